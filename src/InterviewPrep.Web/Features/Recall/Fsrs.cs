namespace InterviewPrep.Web.Features.Recall;

/// <summary>What is known of one memory.</summary>
/// <param name="Stability">Days after which it is recalled with a chance of 90 %.</param>
/// <param name="Difficulty">1 (easy) to 10.</param>
public readonly record struct Memory(double Stability, double Difficulty);

/// <summary>A memory after a grade, and the days until it is due.</summary>
public readonly record struct MemoryStep(Memory Memory, int Days);

/// <summary>
/// FSRS-6 by whole days, with its default weights, without steps inside a day and without chance. Formulas and weights: the open-spaced-repetition
/// project's description of FSRS-6; a test compares 10,000 histories with its npm package ts-fsrs 5.4.2.
/// </summary>
public static class Fsrs
{
    private const double Shortest = 0.001, Longest = 36_500, Retention = 0.9;

    private static readonly double[] W =
    [
        0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796,
        1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
    ];

    private static readonly double Decay = -W[20];
    private static readonly double Factor = Round(Math.Exp(Math.Log(0.9) / Decay) - 1);
    private static readonly double DaysPerStability = Round((Math.Pow(Retention, 1 / Decay) - 1) / Factor);

    /// <summary>Chance to recall a memory after so many days, 0 to 1.</summary>
    public static double Retrievability(Memory memory, int days) => Round(Math.Pow(1 + (Factor * days / memory.Stability), Decay));

    /// <summary>What each of the four grades would make of a memory, by grade.</summary>
    /// <param name="memory">Null for what was never graded.</param>
    /// <param name="days">Whole days since the last grade.</param>
    public static IReadOnlyDictionary<RecallGrade, MemoryStep> Choices(Memory? memory, int days)
    {
        var next = RecallGrades.All.ToDictionary(g => g, g => memory is { } m ? Next(m, days, g) : First(g));
        int Days(RecallGrade grade) => (int)Math.Clamp(RoundHalfUp(next[grade].Stability * DaysPerStability), 1, Longest);
        // A better grade never comes back sooner than a worse one.
        var again = Math.Min(Days(RecallGrade.Again), Days(RecallGrade.Hard));
        var hard = Math.Max(Days(RecallGrade.Hard), again + 1);
        var good = Math.Max(Days(RecallGrade.Good), hard + 1);
        var easy = Math.Max(Days(RecallGrade.Easy), good + 1);
        return new Dictionary<RecallGrade, MemoryStep>
        {
            [RecallGrade.Again] = new(next[RecallGrade.Again], again),
            [RecallGrade.Hard] = new(next[RecallGrade.Hard], hard),
            [RecallGrade.Good] = new(next[RecallGrade.Good], good),
            [RecallGrade.Easy] = new(next[RecallGrade.Easy], easy),
        };
    }

    private static Memory First(RecallGrade grade) =>
        new(Math.Max(W[(int)grade - 1], 0.1), Math.Clamp(FirstDifficulty(grade), 1, 10));

    private static Memory Next(Memory memory, int days, RecallGrade grade)
    {
        var recall = Retrievability(memory, days);
        var stability = grade == RecallGrade.Again ? AfterForgetting(memory, recall) : AfterRecall(memory, recall, grade);
        return new Memory(stability, NextDifficulty(memory.Difficulty, grade));
    }

    private static double AfterRecall(Memory memory, double recall, RecallGrade grade)
    {
        var (s, d) = memory;
        var bonus = grade switch { RecallGrade.Hard => W[15], RecallGrade.Easy => W[16], _ => 1 };
        var gain = Math.Exp(W[8]) * (11 - d) * Math.Pow(s, -W[9]) * (Math.Exp((1 - recall) * W[10]) - 1) * bonus;
        return Round(Math.Clamp(s * (1 + gain), Shortest, Longest));
    }

    private static double AfterForgetting(Memory memory, double recall)
    {
        var (s, d) = memory;
        var left = Round(Math.Clamp(W[11] * Math.Pow(d, -W[12]) * (Math.Pow(s + 1, W[13]) - 1) * Math.Exp((1 - recall) * W[14]), Shortest, Longest));
        return Math.Min(Math.Max(Round(s), Shortest), left);
    }

    private static double NextDifficulty(double difficulty, RecallGrade grade)
    {
        var moved = difficulty + Round(-W[6] * ((int)grade - 3) * (10 - difficulty) / 9);
        return Math.Clamp(Round((W[7] * FirstDifficulty(RecallGrade.Easy)) + ((1 - W[7]) * moved)), 1, 10);
    }

    private static double FirstDifficulty(RecallGrade grade) => Round(W[4] - Math.Exp(((int)grade - 1) * W[5]) + 1);

    private static double Round(double value) => RoundHalfUp(value * 1e8) / 1e8;

    // As JavaScript's Math.round, so that both implementations agree on halves.
    private static double RoundHalfUp(double value) => Math.Floor(value + 0.5);
}
