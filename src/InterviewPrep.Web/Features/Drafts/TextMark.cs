using InterviewPrep.Web.Content;
using InterviewPrep.Web.Content.Coaching;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>A stretch of a text with what is said of it.</summary>
/// <param name="Points">Ids of the points that it is about.</param>
/// <param name="Look">How it is drawn: <c>full</c>, <c>half</c>, <c>not</c> or <c>mine</c>.</param>
/// <param name="Spoken">What a screen reader says before it.</param>
/// <param name="Because">What stands behind it in brackets; empty for nothing.</param>
/// <param name="StageNumber">Whose colour it has.</param>
public sealed record TextMark(int Start, int Length, IReadOnlyList<string> Points, string Look, string Spoken, string Because, int StageNumber)
{
    /// <summary>What the coach and the learner see in the own text of a stage. Stretches that overlap become one.</summary>
    /// <param name="shown">The points that the page is about.</param>
    public static IReadOnlyList<TextMark> Own(Framework framework, AnswerReading reading, string stage, IReadOnlyCollection<string> shown)
    {
        var groups = new List<List<Evidence>>();
        var end = 0;
        foreach (var evidence in reading.In(stage).Where(e => shown.Contains(e.Point)))
        {
            if (groups.Count == 0 || evidence.Start >= end) groups.Add([]);
            groups[^1].Add(evidence);
            end = Math.Max(end, evidence.Start + evidence.Length);
        }
        return [.. groups.Select(g => Of(framework, [.. g.GroupBy(e => e.Point).Select(p => p.MinBy(e => e.State)!)], g[0].Start, g.Max(e => e.Start + e.Length)))];
    }

    /// <summary>What a model answer says for which point.</summary>
    public static IReadOnlyList<TextMark> Model(Framework framework, MarkedText text) =>
        [.. text.Marks.Where(m => framework.FindPoint(m.Id) is not null).OrderBy(m => m.Start)
            .Select(m => new TextMark(m.Start, m.Length, [m.Id], "full", $"【{framework.FindPoint(m.Id)!.Name}，示例】", "", Number(framework, m.Id)))];

    private static TextMark Of(Framework framework, List<Evidence> evidence, int start, int end)
    {
        var best = evidence.MinBy(e => e.State)!;
        string Name(Evidence e) => framework.FindPoint(e.Point)!.Name;
        var reasons = evidence.Where(e => e.State != FindingState.Full).Select(e => (evidence.Count > 1 ? Name(e) + "：" : "") + Short(framework, e)).ToList();
        return new TextMark(start, end - start, [.. evidence.Select(e => e.Point)], PointStates.Look(best.State),
            $"【{string.Join('；', evidence.Select(e => $"{Name(e)}，{PointStates.Name(e.State)}"))}】", string.Join('；', reasons), Number(framework, best.Point));
    }

    // In the text there is only room for what is missing: 没说什么时候.
    private static string Short(Framework framework, Evidence evidence) =>
        evidence.State != FindingState.Half ? PointStates.Name(evidence.State)
        : PointStates.Why(framework, framework.FindPoint(evidence.Point)!, evidence.State).TrimEnd('。') is var why && why.IndexOf('，', StringComparison.Ordinal) is > 0 and var comma ? why[(comma + 1)..]
        : PointStates.Name(evidence.State);

    private static int Number(Framework framework, string point) => framework.FindStage(framework.FindPoint(point)!.Stage)!.Number;
}
