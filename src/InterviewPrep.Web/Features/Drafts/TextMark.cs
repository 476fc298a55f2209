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
    // What is said of one point at one place; the lower the rank, the more it decides how the stretch is drawn.
    private sealed record Said(string Point, int Start, int End, int Rank, string Look, string Name, string Reason);

    private const int RankOfLearner = -1;

    /// <summary>What the coach and the learner see in the own text of a stage. Stretches that overlap become one.</summary>
    /// <param name="shown">The points that the page is about.</param>
    /// <param name="judgements">What the learner says of points: it is drawn instead of what the coach sees of them.</param>
    public static IReadOnlyList<TextMark> Own(Framework framework, AnswerReading reading, DraftText text, string stage, IReadOnlyCollection<string> shown, IEnumerable<PointJudgement> judgements)
    {
        var judged = judgements.Where(j => shown.Contains(j.Point)).Select(j => (Judgement: j, Place: j.PlaceIn(text))).Where(j => j.Place is not null).ToList();
        var said = reading.In(stage).Where(e => shown.Contains(e.Point) && judged.TrueForAll(j => j.Judgement.Point != e.Point)).Select(e => Of(framework, e))
            .Concat(judged.Where(j => j.Judgement.Stage == stage).Select(j => Of(j.Judgement, j.Place!.Value)));
        var groups = new List<List<Said>>();
        var end = 0;
        foreach (var one in said.OrderBy(s => s.Start).ThenBy(s => s.Rank))
        {
            if (groups.Count == 0 || one.Start >= end) groups.Add([]);
            groups[^1].Add(one);
            end = Math.Max(end, one.End);
        }
        return [.. groups.Select(g => Of(framework, [.. g.GroupBy(s => s.Point).Select(p => p.MinBy(s => s.Rank)!)], g[0].Start, g.Max(s => s.End)))];
    }

    /// <summary>What a model answer says for which point.</summary>
    public static IReadOnlyList<TextMark> Model(Framework framework, MarkedText text) =>
        [.. text.Marks.Where(m => framework.FindPoint(m.Id) is not null).OrderBy(m => m.Start)
            .Select(m => new TextMark(m.Start, m.Length, [m.Id], "full", $"【{framework.FindPoint(m.Id)!.Name}，示例】", "", Number(framework, m.Id)))];

    private static Said Of(Framework framework, Evidence found) => new(found.Point, found.Start, found.Start + found.Length, (int)found.State,
        PointStates.Look(found.State), PointStates.Name(found.State), found.State == FindingState.Full ? "" : Short(framework, found));

    private static Said Of(PointJudgement judgement, int place) => new(judgement.Point, place, place + judgement.Words.Length, RankOfLearner,
        judgement.IsMade ? "mine" : "not", JudgementWords.Name(judgement), JudgementWords.Name(judgement));

    private static TextMark Of(Framework framework, List<Said> said, int start, int end)
    {
        var first = said.MinBy(s => s.Rank)!;
        string Name(Said s) => framework.FindPoint(s.Point)!.Name;
        var reasons = said.Where(s => s.Reason.Length > 0).Select(s => (said.Count > 1 ? Name(s) + "：" : "") + s.Reason).ToList();
        return new TextMark(start, end - start, [.. said.Select(s => s.Point)], first.Look,
            $"【{string.Join('；', said.Select(s => $"{Name(s)}，{s.Name}"))}】", string.Join('；', reasons), Number(framework, first.Point));
    }

    // In the text there is only room for what is missing: 没说什么时候.
    private static string Short(Framework framework, Evidence evidence) =>
        evidence.State != FindingState.Half ? PointStates.Name(evidence.State)
        : PointStates.Why(framework, framework.FindPoint(evidence.Point)!, evidence.State).TrimEnd('。') is var why && why.IndexOf('，', StringComparison.Ordinal) is > 0 and var comma ? why[(comma + 1)..]
        : PointStates.Name(evidence.State);

    private static int Number(Framework framework, string point) => framework.FindStage(framework.FindPoint(point)!.Stage)!.Number;
}
