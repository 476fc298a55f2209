using System.Text.RegularExpressions;
using InterviewPrep.Web.Content.Coaching;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Content;

/// <summary>What a reading of the content folder gave.</summary>
/// <param name="Problems">Everything that is wrong, by file and line; empty for a library that may be served.</param>
public sealed record LoadedContent(ContentLibrary Library, IReadOnlyList<ContentProblem> Problems)
{
    internal SourceMap Sources { get; init; } = new();
}

/// <summary>Reads and cross-checks all files of a content folder.</summary>
public static partial class ContentLoader
{
    private const string TrackFile = "_track", TermsFile = "terms.md";

    /// <summary>Reads a folder that has the structure of <c>docs/content-format.md</c>.</summary>
    public static LoadedContent Load(string folder)
    {
        if (!Directory.Exists(folder))
            return new LoadedContent(ContentLibrary.Empty, [new ContentProblem(".", 1, $"there is no content folder “{folder}”")]);

        var reading = new ContentReading(folder);
        IEnumerable<SourceFile> Files(string kind) => Unique(Read(folder, kind, reading), reading.Problems);

        var frameworks = Files("frameworks").Select(f => FrameworkParser.Parse(f, reading)).OfType<Framework>().ToDictionary(f => f.Slug);
        var coaches = CoachLoader.Load(folder, [.. Files(CoachLoader.Folder)], frameworks, reading.Problems);
        foreach (var coach in coaches.All)
        {
            var plain = frameworks[coach.Rules.Frame];
            reading.Sources.Replace(plain, frameworks[coach.Rules.Frame] = plain with { Coach = coach });
        }
        var materials = Files("materials").Select(f => PaperParser.ParseMaterial(f, reading)).OfType<Material>().ToDictionary(m => m.Slug);
        var questions = Files("questions").Select(f => QuestionParser.Parse(f, frameworks, materials, reading)).OfType<QuestionContent>().ToList();
        var lessonFiles = Files("lessons").ToLookup(f => f.Slug == TrackFile);
        var lessons = lessonFiles[false].Select(f => LessonParser.Parse(f, frameworks, reading)).OfType<Lesson>().ToList();
        var tracks = Tracks(lessonFiles[true], lessons, reading);
        var papers = Files("papers").Select(f => PaperParser.Parse(f, reading)).OfType<ExamPaper>().ToList();
        var cards = Files("glossary").SelectMany(f => GlossaryParser.ParseCards(f, reading)).ToList();

        var library = new ContentLibrary([.. frameworks.Values.OrderBy(f => QuestionTypes.All.ToList().IndexOf(f.Types is [var first, ..] ? first : ""))],
            tracks, questions, papers, cards)
        {
            Coaches = coaches,
            Drawings = reading.Drawings.Values,
            Materials = [.. materials.Values],
            Layouts = [.. Files("layouts").Select(f => LayoutParser.Parse(f, reading)).OfType<RoomLayout>()],
            Terms = ReadOne(TermsFile, reading) is { } terms ? GlossaryParser.ParseTerms(terms, frameworks, reading) : [],
        };
        BankRules.Check(library, reading);
        return new LoadedContent(library, [.. reading.Problems.Distinct().OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line)]) { Sources = reading.Sources };
    }

    private static IEnumerable<SourceFile> Read(string folder, string kind, ContentReading reading)
    {
        var root = Path.Combine(folder, kind);
        if (!Directory.Exists(root)) yield break;
        foreach (var path in Directory.EnumerateFiles(root, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (ReadOne(Path.GetRelativePath(folder, path).Replace('\\', '/'), reading) is { } file) yield return file;
        }
    }

    private static SourceFile? ReadOne(string name, ContentReading reading)
    {
        if (!reading.Has(name) || reading.TextOf(name) is not { } text) return null;
        var file = new SourceFile(name, text);
        if (!SlugSyntax().IsMatch(file.Slug)) reading.Problems.Add(new ContentProblem(name, 1, "a file's name has only a-z, 0-9 and hyphens"));
        reading.Problems.AddRange(FullWidth.Problems(text).Select(p => new ContentProblem(name, p.Line, $"half-width punctuation beside Chinese: “{p.Found}”")));
        return file;
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

    private static List<Track> Tracks(IEnumerable<SourceFile> files, IReadOnlyList<Lesson> lessons, ContentReading reading)
    {
        var tracks = new List<Track>();
        foreach (var file in files)
        {
            if (LessonParser.ParseTrack(file, reading) is not var (track, slugs)) continue;
            slugs = [.. slugs.Distinct()];
            var own = lessons.Where(l => l.Track == track.Slug).ToDictionary(l => l.Slug);
            foreach (var slug in slugs.Where(s => !own.ContainsKey(s))) reading.Problems.Add(new ContentProblem(file.File, 1, $"there is no lesson “{slug}”"));
            foreach (var slug in own.Keys.Except(slugs)) reading.Problems.Add(new ContentProblem(file.File, 1, $"the lesson “{slug}” has no place in the track"));
            tracks.Add(track with { Lessons = [.. slugs.Where(own.ContainsKey).Select(s => own[s])] });
        }
        return [.. tracks.OrderBy(t => t.Order)];
    }

    [GeneratedRegex("^(_track|[a-z0-9]+(?:[-.][a-z0-9]+)*)$")]
    private static partial Regex SlugSyntax();
}
