using System.Globalization;
using InterviewPrep.Web.Content.Rules;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Content.Counting;

/// <summary>What can be counted of the bank as it is today: <c>content check --table</c>.</summary>
internal static class BankTable
{
    public static void Write(LoadedContent content, TextWriter output)
    {
        var bank = new CheckedBank(content, []);
        var lines = new TableLines(output);
        LengthLines.Write(bank, lines);
        WordingLines.Write(bank, lines);
        PointLines.Write(bank, lines);
        SortingLines.Write(bank, lines);
        TeachingLines.Write(bank, lines);
    }
}

/// <summary>Writes the table: heads, and below each its lines of a name and what is counted.</summary>
internal sealed class TableLines(TextWriter output)
{
    /// <summary>Where the counts begin.</summary>
    private const int Column = 36;

    public void Head(string name) => output.WriteLine($"\n{name}");

    public void Line(string name, FormattableString counted) =>
        output.WriteLine($"  {name}{new string(' ', Math.Max(1, Column - Width(name)))}{counted.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>Counts of a list's words, most frequent first.</summary>
    public void Counts(string name, IEnumerable<string> words) =>
        Line(name, $"{string.Join(" · ", words.GroupBy(w => w).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {g.Count()}"))}");

    /// <summary>The middle of some numbers; 0 where there is none.</summary>
    public static double Median(IEnumerable<double> numbers)
    {
        var sorted = numbers.Order().ToList();
        return sorted.Count == 0 ? 0 : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    // A terminal shows a Chinese character as wide as two Latin ones.
    private static int Width(string text) => text.EnumerateRunes().Sum(r => SpeechText.IsHan(r) ? 2 : 1);
}
