namespace InterviewPrep.Web.Content.Coaching;

/// <summary>A labelled thing to learn from: the features of its parts, of which the strongest counts.</summary>
/// <param name="Parts">For each part its features by family.</param>
/// <param name="Labels">A bit for each function that holds.</param>
/// <param name="Unsure">A bit for each function of which nothing is to be learned here.</param>
public sealed record Example(int[][][] Parts, ulong Labels, ulong Unsure = 0);

/// <summary>
/// Learns linear functions by logistic regression: stochastic steps with a rate a feature (AdaGrad) and a little decay. It uses
/// only arithmetic that gives the same on every machine, and a fixed order, so that the same labels give the same weights.
/// </summary>
public sealed class Trainer(TrainingSettings settings, int size)
{
    /// <summary>Learns one function.</summary>
    /// <returns>The weights, and the bias as the last of them.</returns>
    public float[] Learn(IReadOnlyList<Example> examples, int function)
    {
        var weights = new float[size + 1];
        var squares = new float[size + 1];
        Array.Fill(squares, settings.Inertia);
        var order = Enumerable.Range(0, examples.Count).Where(i => (examples[i].Unsure >> function & 1) == 0).ToArray();
        var random = new Lottery(17);
        for (var round = 0; round < settings.Rounds; round++)
        {
            random.Shuffle(order);
            foreach (var at in order)
            {
                var part = Strongest(examples[at].Parts, weights, out var score);
                var error = Sigmoid(score) - (examples[at].Labels >> function & 1);
                if (MathF.Abs(error) > 1e-4f) Step(part, error, weights, squares);
            }
        }
        return weights;
    }

    /// <summary>The score of a function that is not yet cut into steps.</summary>
    public float Score(int[][][] parts, float[] weights)
    {
        Strongest(parts, weights, out var score);
        return score;
    }

    private void Step(int[][] part, float error, float[] weights, float[] squares)
    {
        for (var family = 0; family < part.Length; family++)
        {
            var gradient = error * Sparse.Scale(family, part[family].Length);
            foreach (var feature in part[family])
            {
                // Row 0 stands for all that is not known, and stays zero.
                if (feature == 0) continue;
                var g = gradient + settings.Decay * weights[feature];
                squares[feature] += g * g;
                weights[feature] -= settings.Rate * g / MathF.Sqrt(squares[feature]);
            }
        }
        squares[size] += error * error;
        weights[size] -= settings.Rate * error / MathF.Sqrt(squares[size]);
    }

    private int[][] Strongest(int[][][] parts, float[] weights, out float best)
    {
        best = float.MinValue;
        var chosen = parts[0];
        foreach (var part in parts)
        {
            var score = weights[size];
            for (var family = 0; family < part.Length; family++)
            {
                var sum = 0f;
                foreach (var feature in part[family]) sum += weights[feature];
                score += sum * Sparse.Scale(family, part[family].Length);
            }
            if (score <= best) continue;
            best = score;
            chosen = part;
        }
        return chosen;
    }

    /// <summary>The logistic curve by division and multiplication only: the library's exponential may differ in the last place between machines.</summary>
    public static float Sigmoid(float x)
    {
        if (x < 0) return 1f - Sigmoid(-x);
        if (x > 30) return 1f;
        var t = 1f - x / 64f;
        // (1 - x/64)^64 for e^-x, by six squarings.
        for (var i = 0; i < 6; i++) t *= t;
        return 1f / (1f + t);
    }

    /// <summary>An order by chance that is the same every time.</summary>
    private sealed class Lottery(uint seed)
    {
        private uint state = seed * 2654435769u + 1;

        public void Shuffle(int[] items)
        {
            for (var i = items.Length - 1; i > 0; i--)
            {
                state ^= state << 13;
                state ^= state >> 17;
                state ^= state << 5;
                var k = (int)(state % (uint)(i + 1));
                (items[i], items[k]) = (items[k], items[i]);
            }
        }
    }
}
