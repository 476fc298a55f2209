using System.Text;
using System.Text.RegularExpressions;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Content;

/// <summary>What a reading of the content folder gave.</summary>
/// <param name="Problems">Everything that is wrong, by file and line; empty for a library that may be served.</param>
public sealed record LoadedContent(ContentLibrary Library, IReadOnlyList<ContentProblem> Problems);

/// <summary>Reads and cross-checks all files of a content folder.</summary>
public static partial class ContentLoader
{
    private const string TrackFile = "_track";

    /// <summary>Reads a folder that has the structure of <c>docs/content-format.md</c>.</summary>
    public static LoadedContent Load(string folder)
    {
        var problems = new List<ContentProblem>();
        if (!Directory.Exists(folder))
            return new LoadedContent(ContentLibrary.Empty, [new ContentProblem(".", 1, $"there is no content folder “{folder}”")]);

        var sources = new Dictionary<object, SourceFile>(ReferenceEqualityComparer.Instance);
        T Keep<T>(T item, SourceFile file) where T : notnull
        {
            sources[item] = file;
            return item;
        }
        IEnumerable<SourceFile> Files(string kind) => Unique(Read(folder, kind, problems), problems);

        var frameworks = Files("frameworks").Select(f => FrameworkParser.Parse(f, problems)).OfType<Framework>().ToDictionary(f => f.Slug);
        var questions = Files("questions")
            .Select(f => (File: f, Question: QuestionParser.Parse(f, frameworks, problems)))
            .Where(q => q.Question is not null).Select(q => Keep(q.Question!, q.File)).ToList();
        var lessonFiles = Files("lessons").ToLookup(f => f.Slug == TrackFile);
        var lessons = lessonFiles[false]
            .Select(f => (File: f, Lesson: LessonParser.Parse(f, frameworks, problems)))
            .Where(l => l.Lesson is not null).Select(l => Keep(l.Lesson!, l.File)).ToList();
        var tracks = Tracks(lessonFiles[true], lessons, problems);
        var papers = Files("papers").Select(f => (File: f, Paper: PaperParser.Parse(f, problems)))
            .Where(p => p.Paper is not null).Select(p => Keep(p.Paper!, p.File)).ToList();
        var cards = Files("glossary").SelectMany(f => PaperParser.ParseCards(f, problems).Select(c => Keep(c, f))).ToList();

        var library = new ContentLibrary([.. frameworks.Values.OrderBy(f => QuestionTypes.All.ToList().IndexOf(f.Types is [var first, ..] ? first : ""))],
            tracks, questions, papers, cards);
        BankRules.Check(library, sources, problems);
        return new LoadedContent(library, [.. problems.Distinct().OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line)]);
    }

    private static IEnumerable<SourceFile> Read(string folder, string kind, List<ContentProblem> problems)
    {
        var root = Path.Combine(folder, kind);
        if (!Directory.Exists(root)) yield break;
        foreach (var path in Directory.EnumerateFiles(root, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(folder, path).Replace('\\', '/');
            if (Text(path) is not { } text)
            {
                problems.Add(new ContentProblem(name, 1, "the file is not UTF-8"));
                continue;
            }
            var file = new SourceFile(name, text);
            if (!SlugSyntax().IsMatch(file.Slug)) problems.Add(new ContentProblem(name, 1, "a file's name has only a-z, 0-9 and hyphens"));
            problems.AddRange(FullWidth.Problems(text).Select(p => new ContentProblem(name, p.Line, $"half-width punctuation beside Chinese: “{p.Found}”")));
            yield return file;
        }
    }

    private static string? Text(string path)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(path)).TrimStart('\uFEFF').ReplaceLineEndings("\n");
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static IEnumerable<SourceFile> Unique(IEnumerable<SourceFile> files, List<ContentProblem> problems)
    {
        var seen = new Dictionary<string, string>();
        foreach (var file in files)
        {
            if (file.Slug == TrackFile || seen.TryAdd(file.Slug, file.File)) yield return file;
            else problems.Add(new ContentProblem(file.File, 1, $"the slug “{file.Slug}” is taken by {seen[file.Slug]}"));
        }
    }

    private static List<Track> Tracks(IEnumerable<SourceFile> files, IReadOnlyList<Lesson> lessons, List<ContentProblem> problems)
    {
        var tracks = new List<Track>();
        foreach (var file in files)
        {
            if (LessonParser.ParseTrack(file, problems) is not var (track, slugs)) continue;
            slugs = [.. slugs.Distinct()];
            var own = lessons.Where(l => l.Track == track.Slug).ToDictionary(l => l.Slug);
            foreach (var slug in slugs.Where(s => !own.ContainsKey(s))) problems.Add(new ContentProblem(file.File, 1, $"there is no lesson “{slug}”"));
            foreach (var slug in own.Keys.Except(slugs)) problems.Add(new ContentProblem(file.File, 1, $"the lesson “{slug}” has no place in the track"));
            tracks.Add(track with { Lessons = [.. slugs.Where(own.ContainsKey).Select(s => own[s])] });
        }
        return [.. tracks.OrderBy(t => t.Order)];
    }

    [GeneratedRegex("^(_track|[a-z0-9]+(?:[-.][a-z0-9]+)*)$")]
    private static partial Regex SlugSyntax();
}
