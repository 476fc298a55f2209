namespace InterviewPrep.Web.Content.Rules;

/// <summary>The rules that content follows beyond being readable: what can be counted of how a good answer is said and marked.</summary>
internal static class StrictRules
{
    private static readonly Action<CheckedQuestion>[] OfQuestions =
        [QuestionKeys.Check, AnswerLengths.Check, FollowUpRules.Check, WeakAnswerRules.Check];

    /// <summary>All that is wrong, in the order of files and lines.</summary>
    public static IReadOnlyList<ContentProblem> Check(LoadedContent content)
    {
        var problems = new List<ContentProblem>();
        foreach (var question in content.Library.Questions)
        {
            var seen = new CheckedQuestion(question, content.Library, content.Sources, problems);
            foreach (var rule in OfQuestions) rule(seen);
        }
        return [.. problems.Distinct().OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line)];
    }
}
