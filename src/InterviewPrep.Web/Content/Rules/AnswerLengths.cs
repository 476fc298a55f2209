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

    /// <summary>How far a stage of another frame may be from the share that its frame's seconds give it, in points of a hundred.</summary>
    private const int Tolerance = 15;

    public static void Check(CheckedQuestion seen)
    {
        foreach (var answer in seen.Answers)
        {
            CheckWhole(seen, answer);
            CheckStages(seen, answer);
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
            var (least, most) = ShareOf(stage, seen);
            if (share < least || share > most)
                seen.Add(text.Text, $"{stage.Name} has {zi} of {answer.Zi} 字, {share:0} %; {least} to {most} % are needed");
            if (seen.IsFourSteps && stage.Id == "closing" && (zi < ShortestEnding || zi > LongestEnding))
                seen.Add(text.Text, $"{stage.Name} has {zi} 字; {ShortestEnding} to {LongestEnding} are needed");
        }
    }

    // The ending of the four steps is held by its length alone.
    private static (int Least, int Most) ShareOf(Stage stage, CheckedQuestion seen)
    {
        if (seen.IsFourSteps) return Shares.GetValueOrDefault(stage.Id, (0, 100));
        var share = 100 * stage.Seconds / seen.Frame.Stages.Sum(s => s.Seconds);
        return (Math.Max(0, share - Tolerance), share + Tolerance);
    }
}
