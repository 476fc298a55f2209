using InterviewPrep.Web.Content.Counting;
using InterviewPrep.Web.Content.Rules;

namespace InterviewPrep.Web.Content;

/// <summary><c>content check</c>: lists every problem of a content folder, or a table of what it holds.</summary>
public static class ContentCheck
{
    /// <summary>The option that prints what can be counted of the bank.</summary>
    public const string Counts = "--table";

    /// <summary>Asks for all files and the bank as a whole, which no word at all does too.</summary>
    public const string Strict = "--strict";

    /// <summary>Checks a folder by the words behind <c>content check</c>: none for all files and the bank as a whole, files to hear of these only, or <c>--table</c>.</summary>
    /// <returns>True where there is no problem.</returns>
    public static bool Run(string folder, IReadOnlyList<string> words, TextWriter output, TextWriter errors)
    {
        var files = words.Where(w => w is not (Strict or Counts)).Select(w => (Word: w, Path: Below(folder, w))).ToList();
        foreach (var (word, _) in files.Where(f => f.Path is null)) errors.WriteLine($"{word}: there is no such file in {folder}");
        if (files.Any(f => f.Path is null)) return false;

        var loaded = ContentLoader.Load(folder);
        if (words.Contains(Counts)) BankTable.Write(loaded, output);
        var problems = words.Count == 1 && words[0] == Counts ? loaded.Problems : [.. loaded.Problems, .. StrictRules.Check(loaded)];
        if (files.Count > 0) problems = [.. problems.Where(p => files.Any(f => f.Path == p.File))];
        foreach (var problem in problems.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line)) output.WriteLine(problem);
        if (problems.Count > 0)
        {
            output.WriteLine($"{problems.Count} problems");
            return false;
        }
        if (words.All(w => w == Strict)) WriteTable(loaded.Library, output);
        else if (files.Count > 0) output.WriteLine(files.Count == 1 ? "1 file, no problems" : $"{files.Count} files, no problems");
        return true;
    }

    /// <summary>Path below the content folder of a file that is named from the current folder or from the content folder; null where there is none.</summary>
    private static string? Below(string folder, string word)
    {
        var path = new[] { Path.GetFullPath(word), Path.GetFullPath(word, Path.GetFullPath(folder)) }.FirstOrDefault(File.Exists);
        if (path is null || Path.GetRelativePath(folder, path).Replace('\\', '/') is var below && below.StartsWith("../", StringComparison.Ordinal)) return null;
        return below;
    }

    private static void WriteTable(ContentLibrary library, TextWriter output)
    {
        foreach (var track in library.Tracks)
            output.WriteLine($"lessons     {track.Slug,-16} {track.Lessons.Count,4}   {track.Lessons.Sum(l => l.Minutes)} min");
        output.WriteLine($"questions   {"type",-16} {"all",4}   {string.Join(' ', Enumerable.Range(1, 5).Select(d => $"{"d" + d,4}"))}");
        foreach (var type in library.Questions.GroupBy(q => q.Type).OrderByDescending(g => g.Count()))
            output.WriteLine($"            {type.Key,-16} {type.Count(),4}   {string.Join(' ', Enumerable.Range(1, 5).Select(d => $"{type.Count(q => q.Difficulty == d),4}"))}");
        output.WriteLine($"            {"in all",-16} {library.Questions.Count,4}");
        output.WriteLine($"answers     {"model",-16} {library.Questions.Sum(q => q.Answers.Count),4}");
        output.WriteLine($"            {"weak",-16} {library.Questions.Sum(q => q.WeakAnswers.Count),4}");
        output.WriteLine($"follow-ups  {"questions",-16} {library.Questions.Count(q => q.FollowUps.Count > 0),4}");
        output.WriteLine($"papers      {"",-16} {library.Papers.Count,4}");
        output.WriteLine($"cards       {"",-16} {library.Cards.Count,4}");
        output.WriteLine($"frames      {"",-16} {library.Frameworks.Count,4}");
    }
}
