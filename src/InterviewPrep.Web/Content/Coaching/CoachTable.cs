using System.Globalization;

namespace InterviewPrep.Web.Content.Coaching;

/// <summary>Measures a coach on labelled answers: for each answer and point, whether it is there and whether it is found.</summary>
public static class CoachTable
{
    private const int Resamples = 1000;

    /// <summary>One answer's points: there, found, and left out because readers differ.</summary>
    public sealed record Row(LabelledAnswer Answer, IReadOnlySet<string> There, IReadOnlySet<string> Found, IReadOnlySet<string> Unsure)
    {
        /// <summary>Found and there; found and not there; there and not found.</summary>
        public (int Right, int Wrong, int Missed) Count(Func<string, bool> which) =>
            (Found.Count(p => which(p) && There.Contains(p)), Found.Count(p => which(p) && !There.Contains(p) && !Unsure.Contains(p)), There.Count(p => which(p) && !Found.Contains(p)));
    }

    /// <summary>Reads all answers as the coach does.</summary>
    public static IReadOnlyList<Row> Rows(FrameCoach coach, IReadOnlyList<LabelledAnswer> answers) => [.. answers.Select(a => new Row(a,
        a.Sentences.SelectMany(s => s.Points).ToHashSet(),
        coach.Read(a.Joined().Text).Where(f => f.Counts).Select(f => f.Point).ToHashSet(),
        a.Sentences.SelectMany(s => s.Unsure ?? []).ToHashSet()))];

    /// <summary>Writes the table.</summary>
    public static void Write(FrameCoach coach, IReadOnlyList<LabelledAnswer> answers, TextWriter output)
    {
        var rows = Rows(coach, answers);
        output.WriteLine($"{coach.Rules.Frame}: {answers.Count} answers, {answers.Sum(a => a.Sentences.Count)} sentences");
        output.WriteLine($"{"",-24} {"there",6} {"found",6} {"prec.",6} {"recall",6} {"F1",6}   95 %");
        foreach (var point in coach.Rules.Points) WriteLine(point.Id, rows, p => p == point.Id, output);
        WriteLine("all points", rows, _ => true, output);
        foreach (var register in rows.GroupBy(r => r.Answer.Register + (r.Answer.Good ? ", good" : ", weak")).OrderBy(g => g.Key, StringComparer.Ordinal))
            WriteLine(register.Key, [.. register], _ => true, output);
        output.WriteLine(Invariant($"false claims an answer: {rows.Average(r => r.Count(_ => true).Wrong):0.00}"));
        var none = rows.Where(r => r.There.Count == 0).ToList();
        if (none.Count > 0) output.WriteLine(Invariant($"false claims an answer without points: {none.Average(r => r.Count(_ => true).Wrong):0.00} ({none.Count} answers)"));
    }

    /// <summary>Harmonic mean of precision and recall.</summary>
    public static double F1(IEnumerable<Row> rows, Func<string, bool> which)
    {
        var (right, wrong, missed) = Sum(rows, which);
        return right == 0 ? 0 : 2.0 * right / (2 * right + wrong + missed);
    }

    private static void WriteLine(string name, IReadOnlyList<Row> rows, Func<string, bool> which, TextWriter output)
    {
        var (right, wrong, missed) = Sum(rows, which);
        var (low, high) = Interval(rows, which);
        output.WriteLine(Invariant($"{name,-24} {right + missed,6} {right + wrong,6} {Share(right, right + wrong),6:0.00} {Share(right, right + missed),6:0.00} {F1(rows, which),6:0.00}   {low:0.00}–{high:0.00}"));
    }

    // Answers drawn again with repetition show how far the figure would move with other answers; always the same draws.
    private static (double Low, double High) Interval(IReadOnlyList<Row> rows, Func<string, bool> which)
    {
        var counts = rows.Select(r => r.Count(which)).ToArray();
        var draws = new double[Resamples];
        var state = 2463534242u;
        for (var d = 0; d < Resamples; d++)
        {
            var (right, wrong, missed) = (0, 0, 0);
            for (var i = 0; i < counts.Length; i++)
            {
                state ^= state << 13;
                state ^= state >> 17;
                state ^= state << 5;
                var drawn = counts[state % (uint)counts.Length];
                (right, wrong, missed) = (right + drawn.Right, wrong + drawn.Wrong, missed + drawn.Missed);
            }
            draws[d] = right == 0 ? 0 : 2.0 * right / (2 * right + wrong + missed);
        }
        Array.Sort(draws);
        return (draws[Resamples / 40], draws[Resamples - 1 - Resamples / 40]);
    }

    private static (int Right, int Wrong, int Missed) Sum(IEnumerable<Row> rows, Func<string, bool> which) =>
        rows.Select(r => r.Count(which)).Aggregate((0, 0, 0), (a, b) => (a.Item1 + b.Right, a.Item2 + b.Wrong, a.Item3 + b.Missed));

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
