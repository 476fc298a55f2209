using System.Text.RegularExpressions;

namespace InterviewPrep.Web.Content.Rules;

/// <summary>Wording that costs marks before a panel: dialect outside role play, and the other side's lines in role play.</summary>
internal static class Wording
{
    private const string RolePlay = "roleplay";

    public static void Check(CheckedQuestion seen)
    {
        var isRolePlay = seen.Question.Type == RolePlay;
        foreach (var answer in seen.Answers)
        {
            foreach (var stage in answer.Content.Stages)
                CheckText(seen, stage.Text, stage.Text.Text, isRolePlay);
        }
        if (isRolePlay) return;
        foreach (var followUp in seen.Question.FollowUps) CheckText(seen, followUp, followUp.Reply, isRolePlay);
        foreach (var weak in seen.Question.WeakAnswers) CheckText(seen, weak, string.Join('\n', weak.Repairs), isRolePlay);
    }

    private static void CheckText(CheckedQuestion seen, object part, string text, bool isRolePlay)
    {
        var (wrong, why) = isRolePlay
            ? (Phrases.OtherSide(), "speaks or reports the other side's lines; say 您要是担心… or 如果您家里…")
            : (Phrases.Dialect(), "is dialect");
        foreach (Match match in wrong.Matches(text))
            seen.Add(part, $"“{match.Value}” {why}", text[..match.Index].Split("\n\n").Length - 1);
    }
}
