namespace InterviewPrep.Web.Content.Coaching;

/// <summary>One linear function of the features for each thing that is told.</summary>
/// <param name="Ids">What each function tells.</param>
/// <param name="Index">Row of each known feature.</param>
/// <param name="Weights">For each row the weights of all functions, in steps of each function's own size; row 0 is zero.</param>
/// <param name="Steps">Size of one step of each function.</param>
/// <param name="Biases">What is added to each function.</param>
/// <param name="Thresholds">Score from which each holds.</param>
public sealed record LinearModel(IReadOnlyList<string> Ids, FeatureIndex Index, sbyte[] Weights, float[] Steps, float[] Biases, float[] Thresholds)
{
    private const float MostSteps = 127;

    /// <summary>Cuts learned weights into steps.</summary>
    /// <param name="learned">For each function the weight of each row, with the bias as the last.</param>
    public static LinearModel From(IReadOnlyList<string> ids, FeatureIndex index, float[][] learned, float[] thresholds)
    {
        var steps = learned.Select(w => Math.Max(w[..^1].Max(MathF.Abs), 1e-6f) / MostSteps).ToArray();
        var weights = new sbyte[index.Rows * ids.Count];
        for (var row = 1; row < index.Rows; row++)
            for (var f = 0; f < ids.Count; f++) weights[row * ids.Count + f] = (sbyte)MathF.Round(learned[f][row] / steps[f]);
        return new LinearModel(ids, index, weights, steps, [.. learned.Select(w => w[^1])], thresholds);
    }

    /// <summary>How far each function is above its threshold for the features of one part.</summary>
    public float[] Margins(int[][] part)
    {
        var (scores, sums) = (new float[Ids.Count], new int[Ids.Count]);
        for (var family = 0; family < part.Length; family++)
        {
            Array.Clear(sums);
            foreach (var feature in part[family])
            {
                var row = Index.RowOf(feature);
                if (row == 0) continue;
                var weights = Weights.AsSpan(row * Ids.Count, Ids.Count);
                for (var f = 0; f < weights.Length; f++) sums[f] += weights[f];
            }
            var scale = Sparse.Scale(family, part[family].Length);
            for (var f = 0; f < scores.Length; f++) scores[f] += sums[f] * scale;
        }
        for (var f = 0; f < scores.Length; f++) scores[f] = scores[f] * Steps[f] + Biases[f] - Thresholds[f];
        return scores;
    }
}
