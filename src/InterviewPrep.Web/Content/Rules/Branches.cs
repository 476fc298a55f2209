namespace InterviewPrep.Web.Content.Rules;

/// <summary>The fork of a four-step answer can be heard: branches open with the words that an examiner waits for.</summary>
internal static class Branches
{
    private const int FewestOfFirst = 2, FewestOfOthers = 1;

    public static void Check(CheckedQuestion seen)
    {
        if (!seen.IsFourSteps) return;
        foreach (var answer in seen.Answers)
        {
            var (count, fewest) = (Count(answer.Text), answer.IsFirst ? FewestOfFirst : FewestOfOthers);
            if (count < fewest)
                seen.Add(answer.Content, $"“{answer.Title}” opens {count} branches that the ear hears (如果属实…, 如果是误解…, 如果是历史遗留问题…); at least {fewest} are needed");
        }
    }

    /// <summary>How many of the three branches open in a text.</summary>
    public static int Count(string text) =>
        new[] { Phrases.TrueBranch(), Phrases.MistakenBranch(), Phrases.OldBranch() }.Count(b => b.IsMatch(text));
}
