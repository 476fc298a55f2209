using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Content.Rules;

/// <summary>Weak answers are as long as real ones, show few faults, and have each fault repaired in words that one would say.</summary>
internal static class WeakAnswerRules
{
    /// <summary>Lengths in 字; the longest note is what an examiner can write at the side.</summary>
    private const int ShortestAnswer = 250, LongestAnswer = 350, ShortestRepair = 20, LongestRepair = 120, LongestNote = 40;

    private const int MostAnswers = 2, MostFaults = 3;

    public static void Check(CheckedQuestion seen)
    {
        if (seen.Question.WeakAnswers.Count is 0 or > MostAnswers)
            seen.Add(seen.Question, $"{seen.Question.WeakAnswers.Count} weak answers; one or two are needed");
        foreach (var weak in seen.Question.WeakAnswers) CheckOne(seen, weak);
    }

    private static void CheckOne(CheckedQuestion seen, WeakAnswer weak)
    {
        var zi = SpeechText.CountZi(weak.Text.Text);
        if (zi is < ShortestAnswer or > LongestAnswer)
            seen.Add(weak, $"the weak answer has {zi} 字; {ShortestAnswer} to {LongestAnswer} are needed");
        if (weak.Text.Marks.Count is 0 or > MostFaults)
            seen.Add(weak, $"the weak answer marks {weak.Text.Marks.Count} faults; 1 to {MostFaults} are needed");
        foreach (var mark in weak.Text.Marks.Where(m => SpeechText.CountZi(m.Note ?? "") > LongestNote))
            seen.Add(weak, $"the note “{mark.Note}” is longer than {LongestNote} 字; an examiner writes a short one");
        if (weak.Repairs.Count != weak.Text.Marks.Count)
            seen.Add(weak, $"“## 修改” has {weak.Repairs.Count} numbered repairs for {weak.Text.Marks.Count} marked stretches; one each");
        for (var i = 0; i < weak.Repairs.Count; i++)
        {
            if (SpeechText.CountZi(weak.Repairs[i]) is var length and (< ShortestRepair or > LongestRepair))
                seen.Add(weak, $"repair {i + 1} has {length} 字; {ShortestRepair} to {LongestRepair} are needed");
        }
    }
}
