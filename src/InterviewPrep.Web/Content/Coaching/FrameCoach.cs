namespace InterviewPrep.Web.Content.Coaching;

/// <summary>
/// Finds the scoring points of one frame in an answer, sentence by sentence: words and patterns, whose act a clause tells, and a
/// linear model that weighs all of it. It shows evidence and says how the point stands in it; it never gives a mark.
/// </summary>
public sealed class FrameCoach
{
    // Evidence that is longer is cut to the clauses that tell the point.
    private const int LongestEvidence = 60;

    // What is refused, only named or told of others must be very plain to count all the same.
    private const float Veto = 2;

    private readonly CoachModel? model;
    private readonly Features? features;
    private readonly Splitter splitter;
    private readonly NamedOnly named;

    /// <param name="model">What has been learned; null where there are no labels yet, and then patterns alone decide.</param>
    public FrameCoach(FrameRules rules, Splitter splitter, CoachModel? model)
    {
        (Rules, this.splitter, this.model) = (rules, splitter, model);
        features = model is null ? null : new Features(rules, model.Sentences.Index.Bits);
        named = new NamedOnly(rules);
    }

    /// <summary>What finds the points.</summary>
    public FrameRules Rules { get; }

    /// <summary>How well it did on answers that no training has seen; null where nobody has measured it.</summary>
    public CoachFigures? Figures { get; init; }

    /// <summary>All findings of a whole answer, in order of place. Stages are joined by line breaks: the answer is judged as a whole.</summary>
    public IReadOnlyList<Finding> Read(string text)
    {
        var answer = splitter.Split(text);
        if (answer.Passages.Count == 0) return [];
        ScopeReader.Read(answer, Rules);
        if (model is null) return ByPatterns(answer);
        var parts = features!.Of(answer);
        var (margins, windows, deeds) = Margins(answer, parts);
        var evidence = EvidenceReader.Read(answer, Rules, margins, deeds);
        var findings = new List<Finding>();
        for (var p = 0; p < Rules.Points.Count; p++)
        {
            var (score, best) = (model.Answers.Score(evidence, p), evidence.Best(p));
            for (var i = 0; i < parts.Length; i++)
            {
                if (score >= 0 && (i == best || margins[i][p] >= Math.Min(0, margins[best][p]))) findings.Add(Found(answer, i, p, windows[i][p], parts[i], i == best ? score : 0));
                else if (named.State(answer, i, p) is { } state) findings.Add(Told(answer, i, p, state));
            }
        }
        return [.. findings.OrderBy(f => f.Start)];
    }

    /// <summary>For each point that counts, the finding that tells it best, in order of place.</summary>
    public static IReadOnlyList<Finding> Best(IEnumerable<Finding> findings) =>
        [.. findings.Where(f => f.Counts).GroupBy(f => f.Point).Select(g => g.OrderBy(f => f.State).ThenByDescending(f => f.Margin).First()).OrderBy(f => f.Start)];

    // Without a model a point is there where its words stand in a clause of the speaker's own that is no heading.
    private List<Finding> ByPatterns(AnswerText answer)
    {
        var evidence = EvidenceReader.Read(answer, Rules, [], []);
        var findings = new List<Finding>();
        for (var i = 0; i < answer.Passages.Count; i++)
        {
            for (var p = 0; p < Rules.Points.Count; p++)
            {
                if (evidence.Patterned[i][p] && !evidence.Short[i]) findings.Add(Told(answer, i, p, FindingState.Full));
                else if (named.State(answer, i, p) is { } state) findings.Add(Told(answer, i, p, state));
            }
        }
        return findings;
    }

    // For each sentence and point the margin of the strongest window, and which window it is; beside them the strongest deed.
    private (float[][] Margins, int[][] Windows, float[] Deeds) Margins(AnswerText answer, int[][][][] parts)
    {
        var (margins, windows, deeds) = (new float[parts.Length][], new int[parts.Length][], new float[parts.Length]);
        for (var i = 0; i < parts.Length; i++)
        {
            (margins[i], windows[i]) = (new float[Rules.Points.Count], new int[Rules.Points.Count]);
            Array.Fill(margins[i], float.MinValue);
            deeds[i] = float.MinValue;
            for (var w = 0; w < parts[i].Length; w++)
            {
                var ofWindow = model!.Sentences.Margins(parts[i][w]);
                var veto = TakenBack(answer.Passages[i], w) ? Veto : 0;
                deeds[i] = Math.Max(deeds[i], ofWindow[Rules.Points.Count]);
                for (var p = 0; p < Rules.Points.Count; p++)
                    if (ofWindow[p] - veto > margins[i][p]) (margins[i][p], windows[i][p]) = (ofWindow[p] - veto, w);
            }
        }
        return (margins, windows, deeds);
    }

    // True where no clause of a window tells an act of the speaker's own.
    private static bool TakenBack(Passage passage, int window)
    {
        for (var i = window; i < Math.Min(window + Features.Window, passage.Clauses.Count); i++)
            if (passage.Clauses[i].Scope is not (Scope.Refused or Scope.Named or Scope.Elsewhere or Scope.Others)) return false;
        return true;
    }

    private Finding Found(AnswerText answer, int index, int point, int window, int[][][] parts, float margin)
    {
        var passage = answer.Passages[index];
        var half = model!.Sentences.Margins(Halves.Part(parts[window], features!.Half(answer, index, point)))[^1] >= 0;
        var whole = passage.End - passage.Start <= LongestEvidence || passage.Clauses.Count <= Features.Window;
        var (start, length) = whole
            ? answer.Typed.Stretch(passage.Start, passage.End)
            : answer.Typed.Stretch(passage.Clauses[window].Start, passage.Clauses[window + Features.Window - 1].End);
        return new Finding(Rules.Points[point].Id, start, length, half ? FindingState.Half : FindingState.Full, margin);
    }

    private Finding Told(AnswerText answer, int index, int point, FindingState state)
    {
        var (start, length) = answer.Typed.Stretch(answer.Passages[index].Start, answer.Passages[index].End);
        return new Finding(Rules.Points[point].Id, start, length, state, 0);
    }
}
