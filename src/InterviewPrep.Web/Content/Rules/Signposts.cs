using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Content.Rules;

/// <summary>A long stage has words that number or order it, or that open its branches.</summary>
internal static class Signposts
{
    /// <summary>Longest 行动 in 字 that needs none.</summary>
    private const int LongestPlain = 200;

    private const int FewestBranches = 2;

    public static void Check(CheckedQuestion seen)
    {
        if (!seen.IsFourSteps) return;
        foreach (var answer in seen.Answers)
        {
            if (answer.Stage("action") is not { Text: var action }) continue;
            var zi = SpeechText.CountZi(action.Text);
            if (zi > LongestPlain && !IsOrdered(action.Text))
                seen.Add(action, $"行动 has {zi} 字 and no signpost (一是…二是, 第一…第二, 先…随后, or two branches that the ear hears)");
        }
    }

    public static bool IsOrdered(string text) => Phrases.Signpost().IsMatch(text) || Branches.Count(text) >= FewestBranches;
}
