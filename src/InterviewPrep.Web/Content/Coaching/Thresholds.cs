namespace InterviewPrep.Web.Content.Coaching;

/// <summary>The highest score of each point in an answer, and what is really there.</summary>
/// <param name="There">A bit for each point that is there.</param>
/// <param name="Unsure">A bit for each point on which readers differ.</param>
public sealed record AnswerScores(float[] Scores, ulong There, ulong Unsure);

/// <summary>Chooses for each point the score from which it counts, on answers that the model has not seen.</summary>
public static class Thresholds
{
    // As if so many found and so many missed answers more had been seen: few answers shall not give an extreme threshold.
    private const int Caution = 2;
    private const float Lowest = -6, Highest = 3;

    /// <summary>The threshold of each point with the best F-measure.</summary>
    /// <param name="beta">How much recall counts beside precision.</param>
    public static float[] Choose(int points, IReadOnlyList<AnswerScores> answers, float beta)
    {
        var thresholds = new float[points];
        for (var p = 0; p < points; p++)
        {
            var (bit, square) = (1ul << p, beta * beta);
            var list = answers.Where(a => (a.There & bit) != 0 || (a.Unsure & bit) == 0).Select(a => (Score: a.Scores[p], There: (a.There & bit) != 0)).OrderByDescending(x => x.Score).ToList();
            var there = list.Count(x => x.There);
            var (found, best, at) = (0, -1f, 0f);
            for (var i = 0; i < list.Count; i++)
            {
                if (list[i].There) found++;
                if (i + 1 < list.Count && list[i].Score == list[i + 1].Score) continue;
                var measure = (1 + square) * found / (square * (there + Caution) + i + 1 + Caution);
                if (measure <= best) continue;
                (best, at) = (measure, i + 1 < list.Count ? (list[i].Score + list[i + 1].Score) / 2 : list[i].Score - 0.1f);
            }
            thresholds[p] = Math.Clamp(at, Lowest, Highest);
        }
        return thresholds;
    }
}
