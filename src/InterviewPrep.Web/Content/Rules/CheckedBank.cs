namespace InterviewPrep.Web.Content.Rules;

/// <summary>The content as a whole as the rules see it, and the place where they say what is wrong with it.</summary>
internal sealed class CheckedBank(LoadedContent content, ICollection<ContentProblem> problems)
{
    public ContentLibrary Library => content.Library;

    public IReadOnlyList<CheckedQuestion> Questions { get; } =
        [.. content.Library.Questions.Select(q => new CheckedQuestion(q, content.Library, content.Sources, problems))];

    /// <summary>All model answers.</summary>
    public IEnumerable<CheckedAnswer> Answers => Questions.SelectMany(q => q.Answers);

    /// <summary>Adds a problem at the line of a part of the content.</summary>
    public void Add(object part, string message) => problems.Add(content.Sources.Problem(part, message));

    /// <summary>Adds a problem of a whole folder, such as <c>questions</c>.</summary>
    public void AddTo(string folder, string message) => problems.Add(new ContentProblem(folder, 1, message));
}

/// <summary>Shares as rules and table print them.</summary>
internal static class Share
{
    public static double Of(int part, int whole) => whole == 0 ? 0 : 100.0 * part / whole;
}
