namespace InterviewPrep.Web.Content.Rules;

/// <summary>The rules that content follows beyond being readable: what can be counted of how a good answer is said and marked.</summary>
internal static class StrictRules
{
    private static readonly Action<CheckedQuestion>[] OfQuestions =
    [
        QuestionKeys.Check, ExpectedPoints.Check, AnswerLengths.Check, Endings.Check, Branches.Check, Signposts.Check, StandardTerms.Check, Wording.Check, MarkRules.Check,
        FollowUpRules.Check, WeakAnswerRules.Check,
    ];

    private static readonly Action<CheckedBank>[] OfBank =
    [
        BankAmounts.Check, BankShares.Check, FrameRules.Check, MaterialRules.Check, SelfCheckRules.Check, LessonNumbers.Check, CardRules.Check, PaperRules.Check,
    ];

    /// <summary>All that is wrong, in the order of files and lines.</summary>
    public static IReadOnlyList<ContentProblem> Check(LoadedContent content)
    {
        var problems = new List<ContentProblem>();
        var bank = new CheckedBank(content, problems);
        foreach (var question in bank.Questions)
        {
            foreach (var rule in OfQuestions) rule(question);
        }
        foreach (var rule in OfBank) rule(bank);
        return [.. problems.Distinct().OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line)];
    }
}
