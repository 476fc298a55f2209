namespace InterviewPrep.Web.Content.Coaching;

/// <summary>One linear function of the features for each thing that is told.</summary>
/// <param name="Ids">What each function tells.</param>
/// <param name="Bits">Size of the space of features, as a power of two.</param>
/// <param name="Weights">A weight a feature for each function, in steps of the function's own size.</param>
/// <param name="Steps">Size of one step.</param>
/// <param name="Biases">What is added to each function.</param>
/// <param name="Thresholds">Score from which it holds.</param>
public sealed record LinearModel(IReadOnlyList<string> Ids, int Bits, sbyte[][] Weights, float[] Steps, float[] Biases, float[] Thresholds)
{
    private const float MostSteps = 127;

    /// <summary>Cuts learned weights into steps.</summary>
    /// <param name="learned">For each function its weights, with the bias as the last.</param>
    public static LinearModel From(IReadOnlyList<string> ids, int bits, float[][] learned, float[] thresholds)
    {
        var steps = learned.Select(w => Math.Max(w[..^1].Max(MathF.Abs), 1e-6f) / MostSteps).ToArray();
        var weights = learned.Select((w, f) => w[..^1].Select(x => (sbyte)MathF.Round(x / steps[f])).ToArray()).ToArray();
        return new LinearModel(ids, bits, weights, steps, [.. learned.Select(w => w[^1])], thresholds);
    }

    /// <summary>How far a function is above its threshold for the features of one part.</summary>
    public float Margin(int function, int[][] part)
    {
        var weights = Weights[function];
        var score = 0f;
        for (var family = 0; family < part.Length; family++)
        {
            var sum = 0;
            foreach (var feature in part[family]) sum += weights[feature];
            score += sum * Sparse.Scale(family, part[family].Length);
        }
        return score * Steps[function] + Biases[function] - Thresholds[function];
    }
}
