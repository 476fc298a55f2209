namespace InterviewPrep.Web.Content.Coaching;

/// <summary>What is known of one labelled answer when it is decided which points are there.</summary>
/// <param name="There">A bit for each point that is there.</param>
/// <param name="Unsure">A bit for each point on which readers differ.</param>
/// <param name="Count">How often it counts.</param>
public sealed record DecidedAnswer(AnswerEvidence Evidence, ulong There, ulong Unsure, float Count = 1);

/// <summary>Learns the decision on answers that the first model had not seen, by plain gradient descent.</summary>
public static class DecisionTraining
{
    private const int Rounds = 400;
    private const float Rate = 0.3f, BiasRate = 3f, Pull = 1e-3f;

    /// <summary>Learns what each sign counts and what is added for each point.</summary>
    public static Decision Learn(int points, IReadOnlyList<DecidedAnswer> answers, TrainingSettings settings)
    {
        var (signs, labels, of, counts) = Cells(points, answers);
        var (weights, biases) = (new float[Decision.Signs], new float[points]);
        for (var round = 0; round < Rounds; round++)
        {
            var (slope, slopes) = (new double[Decision.Signs], new double[points]);
            for (var c = 0; c < labels.Count; c++)
            {
                var score = biases[of[c]];
                for (var i = 0; i < Decision.Signs; i++) score += weights[i] * signs[c][i];
                var error = counts[c] * (Trainer.Sigmoid(score) - (labels[c] ? 1f : 0f));
                for (var i = 0; i < Decision.Signs; i++) slope[i] += error * signs[c][i];
                slopes[of[c]] += error;
            }
            for (var i = 0; i < Decision.Signs; i++) weights[i] -= Rate * ((float)(slope[i] / labels.Count) + Pull * weights[i]);
            for (var p = 0; p < points; p++) biases[p] -= BiasRate * ((float)(slopes[p] / labels.Count) + Pull * biases[p]);
        }
        return new Decision(weights, [.. biases.Select(b => b - settings.Caution)]);
    }

    private static (List<float[]> Signs, List<bool> Labels, List<int> Points, List<float> Counts) Cells(int points, IReadOnlyList<DecidedAnswer> answers)
    {
        var (signs, labels, of, counts) = (new List<float[]>(), new List<bool>(), new List<int>(), new List<float>());
        foreach (var answer in answers.Where(a => a.Evidence.Margins.Length > 0))
        {
            for (var p = 0; p < points; p++)
            {
                var there = (answer.There >> p & 1) == 1;
                if (!there && (answer.Unsure >> p & 1) == 1) continue;
                var cell = new float[Decision.Signs];
                Decision.Fill(answer.Evidence, p, cell);
                signs.Add(cell);
                labels.Add(there);
                of.Add(p);
                counts.Add(answer.Count);
            }
        }
        return (signs, labels, of, counts);
    }
}
