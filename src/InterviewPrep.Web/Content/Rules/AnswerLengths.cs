using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Content.Rules;

/// <summary>How long model answers and their stages are. A whole answer lasts from a little over two to a little over three minutes at 220 字 a minute.</summary>
internal static class AnswerLengths
{
    /// <summary>Lengths in 字.</summary>
    public const int ShortestFirst = 500, ShortestWhole = 450, LongestWhole = 690, ShortestShort = 320, LongestShort = 449, ShortestEnding = 40, LongestEnding = 60;

    /// <summary>The least and most that a stage takes of a four-step answer, in percent.</summary>
    private static readonly Dictionary<string, (int Least, int Most)> Shares = new()
    {
        ["attitude"] = (15, 28),
        ["action"] = (38, 56),
        ["longterm"] = (16, 30),
    };

    public static void Check(CheckedQuestion seen)
    {
        foreach (var answer in seen.Answers)
        {
            CheckWhole(seen, answer);
            if (seen.IsFourSteps) CheckStages(seen, answer);
        }
    }

    private static void CheckWhole(CheckedQuestion seen, CheckedAnswer answer)
    {
        var (shortest, longest) = answer.IsFirst ? (ShortestFirst, LongestWhole) : answer.IsShort ? (ShortestShort, LongestShort) : (ShortestWhole, LongestWhole);
        if (answer.Zi >= shortest && answer.Zi <= longest) return;
        var way = answer is { IsFirst: false, IsShort: false } and { Zi: < ShortestWhole } ? ", or a title that begins with 两分钟短答" : "";
        seen.Add(answer.Content, $"“{answer.Title}” has {answer.Zi} 字; {shortest} to {longest} are needed{way}");
    }

    private static void CheckStages(CheckedQuestion seen, CheckedAnswer answer)
    {
        foreach (var stage in seen.Frame.Stages)
        {
            if (answer.Stage(stage.Id) is not { } text) continue;
            var zi = SpeechText.CountZi(text.Text.Text);
            var share = 100.0 * zi / answer.Zi;
            if (Shares.TryGetValue(stage.Id, out var range) && (share < range.Least || share > range.Most))
                seen.Add(text.Text, $"{stage.Name} has {zi} of {answer.Zi} 字, {share:0} %; {range.Least} to {range.Most} % are needed");
            if (stage.Id == "closing" && zi is < ShortestEnding or > LongestEnding)
                seen.Add(text.Text, $"{stage.Name} has {zi} 字; {ShortestEnding} to {LongestEnding} are needed");
        }
    }
}
