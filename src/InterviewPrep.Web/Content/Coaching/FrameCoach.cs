namespace InterviewPrep.Web.Content.Coaching;

/// <summary>
/// Finds the scoring points of one frame in an answer, sentence by sentence: words and patterns, whose act a clause tells, and a
/// linear model that weighs all of it. It shows evidence and says how the point stands in it; it never gives a mark.
/// </summary>
public sealed class FrameCoach
{
    // Evidence that is longer is cut to the clauses that tell the point.
    private const int LongestEvidence = 60;

    private readonly FrameRules rules;
    private readonly LinearModel? model;
    private readonly Features? features;
    private readonly Splitter splitter;
    private readonly NamedOnly named;

    /// <param name="model">What has been learned; null where there is nothing yet, and then nothing is found.</param>
    public FrameCoach(FrameRules rules, Splitter splitter, LinearModel? model)
    {
        (this.rules, this.splitter, this.model) = (rules, splitter, model);
        features = model is null ? null : new Features(rules, model.Bits);
        named = new NamedOnly(rules);
    }

    /// <summary>What finds the points.</summary>
    public FrameRules Rules => rules;

    /// <summary>All findings of an answer, in order of place.</summary>
    public IReadOnlyList<Finding> Read(string text)
    {
        if (model is null) return [];
        var answer = splitter.Split(text);
        ScopeReader.Read(answer, rules);
        var findings = new List<Finding>();
        for (var i = 0; i < answer.Passages.Count; i++) Read(answer, i, findings);
        return findings;
    }

    /// <summary>For each point that counts, the finding that tells it best, in order of place.</summary>
    public static IReadOnlyList<Finding> Best(IEnumerable<Finding> findings) =>
        [.. findings.Where(f => f.Counts).GroupBy(f => f.Point).Select(g => g.OrderBy(f => f.State).ThenByDescending(f => f.Margin).First()).OrderBy(f => f.Start)];

    private void Read(AnswerText answer, int index, List<Finding> findings)
    {
        var passage = answer.Passages[index];
        var parts = features!.Of(answer, index);
        for (var p = 0; p < rules.Points.Count; p++)
        {
            var (best, margin) = (0, float.MinValue);
            for (var w = 0; w < parts.Length; w++)
            {
                var at = model!.Margin(p, parts[w]);
                if (at > margin) (best, margin) = (w, at);
            }
            if (margin >= 0)
            {
                var (start, length) = Evidence(answer, passage, best);
                findings.Add(new Finding(rules.Points[p].Id, start, length, IsHalf(answer, index, p, parts[best]) ? FindingState.Half : FindingState.Full, margin));
            }
            else if (named.State(answer, index, p) is { } state)
            {
                var (start, length) = answer.Typed.Stretch(passage.Start, passage.End);
                findings.Add(new Finding(rules.Points[p].Id, start, length, state, 0));
            }
        }
    }

    private bool IsHalf(AnswerText answer, int index, int point, int[][] part) =>
        model!.Margin(rules.Points.Count, Halves.Part(part, features!.Half(answer, index, point))) >= 0;

    private static (int Start, int Length) Evidence(AnswerText answer, Passage passage, int window)
    {
        if (passage.End - passage.Start <= LongestEvidence || passage.Clauses.Count <= Features.Window) return answer.Typed.Stretch(passage.Start, passage.End);
        return answer.Typed.Stretch(passage.Clauses[window].Start, passage.Clauses[window + Features.Window - 1].End);
    }
}
