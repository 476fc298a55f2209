using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Content.Rules;

/// <summary>Each follow-up has a reply, and says what calls for it.</summary>
internal static class FollowUpRules
{
    /// <summary>Lengths of a reply in 字.</summary>
    private const int ShortestReply = 50, LongestReply = 130;

    public static void Check(CheckedQuestion seen)
    {
        if (seen.Question.FollowUps.Count == 0) seen.Add(seen.Question, "“followups” is missing");
        foreach (var followUp in seen.Question.FollowUps)
        {
            if ((followUp.Missing.Length > 0) == followUp.Always)
                seen.Add(followUp, "a follow-up has either “missing: <point>” or “always: true”");
            var zi = SpeechText.CountZi(followUp.Reply);
            if (zi is < ShortestReply or > LongestReply)
                seen.Add(followUp, $"the reply has {zi} 字; {ShortestReply} to {LongestReply} are needed, in two or three spoken sentences");
        }
    }
}
