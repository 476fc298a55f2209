namespace InterviewPrep.Web.Content.Coaching;

/// <summary>How strongly each sentence of an answer tells each point, and what else helps to decide whether a point is there.</summary>
/// <param name="Margins">For each sentence and point, how far the first model is above its threshold.</param>
/// <param name="Patterned">For each sentence and point, whether a pattern of the point stands in a clause of the speaker's own.</param>
/// <param name="Short">For each sentence, whether it is as short as a heading.</param>
/// <param name="OwnShare">Share of clauses that tell the speaker's own acts.</param>
/// <param name="RefusedShare">Share of clauses that refuse.</param>
/// <param name="ToldShare">Share of clauses that tell of others, or of another time or place.</param>
/// <param name="Size">How long the answer is, in sentences of a usual length: where punctuation is left out, sentences are few and long.</param>
/// <param name="Deeds">For each sentence, how plainly it does or promises anything at all.</param>
public sealed record AnswerEvidence(float[][] Margins, bool[][] Patterned, bool[] Short, float OwnShare, float RefusedShare, float ToldShare, float Size, float[] Deeds)
{
    /// <summary>The sentence that tells a point most strongly.</summary>
    public int Best(int point)
    {
        var best = 0;
        for (var i = 1; i < Margins.Length; i++)
            if (Margins[i][point] > Margins[best][point]) best = i;
        return best;
    }
}

/// <summary>
/// Decides for a whole answer whether a point is there. What one sentence says is weighed with the rest: an answer that makes many
/// points is believed sooner than one that refuses, tells of others or never comes to the matter.
/// </summary>
/// <param name="Weights">What each sign counts.</param>
/// <param name="Biases">What is added for each point.</param>
public sealed record Decision(float[] Weights, float[] Biases)
{
    /// <summary>How many signs there are.</summary>
    public const int Signs = 20;

    // The mean of so many best points says what kind of answer it is; short texts say less of it.
    private const int TopPoints = 5, Shrink = 6;

    // A sentence that is plainer than this counts no more.
    private const float Plain = 4;

    /// <summary>Above 0, the point is there.</summary>
    public float Score(AnswerEvidence evidence, int point)
    {
        Span<float> signs = stackalloc float[Signs];
        Fill(evidence, point, signs);
        var score = Biases[point];
        for (var i = 0; i < Signs; i++) score += Weights[i] * signs[i];
        return score;
    }

    /// <summary>The signs of a point in an answer.</summary>
    public static void Fill(AnswerEvidence evidence, int point, Span<float> signs)
    {
        var best = evidence.Best(point);
        var here = evidence.Margins[best];
        var (second, rival, rivals) = (-4f, float.MinValue, 0);
        for (var i = 0; i < evidence.Margins.Length; i++)
            if (i != best) second = Math.Max(second, evidence.Margins[i][point]);
        for (var p = 0; p < here.Length; p++)
        {
            if (p == point) continue;
            rival = Math.Max(rival, here[p]);
            if (here[p] > 0) rivals++;
        }
        signs[0] = here[point];
        signs[1] = Math.Max(0, here[point]);
        signs[2] = second;
        signs[3] = Kind(evidence);
        signs[4] = evidence.OwnShare;
        signs[5] = evidence.RefusedShare;
        signs[6] = rival;
        signs[7] = rivals;
        signs[8] = evidence.Patterned[best][point] ? 1 : 0;
        signs[9] = evidence.Short[best] ? 1 : 0;
        signs[10] = evidence.ToldShare;
        signs[11] = Clamped(evidence.Deeds[best]);
        signs[12] = Beside(evidence.Deeds, best);
        signs[13] = evidence.Deeds.Average(Clamped);
        // What the kind of answer says counts for less where there is little of it.
        var (own, brief) = (Clamped(here[point]), Shrink / (evidence.Size + Shrink));
        signs[14] = brief;
        signs[15] = brief * own;
        signs[16] = brief * signs[13];
        signs[17] = brief * signs[3];
        signs[18] = own * signs[13] / Plain;
        signs[19] = own * (evidence.RefusedShare + evidence.ToldShare);
    }

    private static float Beside(float[] deeds, int at)
    {
        var (sum, count) = (0f, 0);
        if (at > 0) (sum, count) = (sum + Clamped(deeds[at - 1]), count + 1);
        if (at + 1 < deeds.Length) (sum, count) = (sum + Clamped(deeds[at + 1]), count + 1);
        return count == 0 ? 0 : sum / count;
    }

    private static float Clamped(float margin) => Math.Clamp(margin, -Plain, Plain);

    private static float Kind(AnswerEvidence evidence)
    {
        var points = evidence.Margins[0].Length;
        var tops = new float[points];
        for (var p = 0; p < points; p++) tops[p] = evidence.Margins[evidence.Best(p)][p];
        Array.Sort(tops);
        var count = Math.Min(TopPoints, points);
        var sum = 0f;
        for (var i = points - count; i < points; i++) sum += tops[i];
        return sum / count * evidence.Size / (evidence.Size + Shrink);
    }
}
