namespace InterviewPrep.Web.Content;

/// <summary><c>content check</c>: lists every problem of a content folder, or a table of what it holds.</summary>
public static class ContentCheck
{
    /// <returns>True where there is no problem.</returns>
    public static bool Run(string folder, TextWriter output)
    {
        var (library, problems) = ContentLoader.Load(folder);
        foreach (var problem in problems) output.WriteLine(problem);
        if (problems.Count > 0)
        {
            output.WriteLine($"{problems.Count} problems");
            return false;
        }
        WriteTable(library, output);
        return true;
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
