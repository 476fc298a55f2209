using System.Text;

namespace InterviewPrep.Web.Features.Paper.Layout;

/// <summary>
/// How many lines a Chinese text takes. Han characters and their punctuation are one em wide in every font, so that this can be
/// known before a browser sets the text; what is not is taken wider than it is, so that a page never overflows.
/// </summary>
public static class TextMeasure
{
    private const double Wide = 1, Capital = .85, Narrow = .62;

    /// <summary>Room that a line loses where a mark may not begin it.</summary>
    private const double Slack = .6;

    private const string NotAtStart = "，。、；：？！）》」』】〉”’…—·,.;:?!)]}%℃～";

    public static int Lines(string text, double width, double em) => Starts(text, width, em).Count;

    /// <summary>Where each line begins.</summary>
    /// <param name="width">Width of a line, and</param>
    /// <param name="em">size of the type, in the same unit.</param>
    public static IReadOnlyList<int> Starts(string text, double width, double em)
    {
        var room = Math.Max(2, width / em - Slack);
        var starts = new List<int> { 0 };
        double x = 0;
        for (int i = 0, previous = 0, word = 0, length; i < text.Length; previous = i, i += length)
        {
            Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out length);
            if (rune.Value == '\n')
            {
                starts.Add(i + 1);
                (x, word) = (0, i + 1);
                continue;
            }
            if (IsWide(rune) || rune.Value is ' ') word = i + length;
            x += Width(rune);
            if (x <= room) continue;
            var start = NotAtStart.Contains((char)Math.Min(rune.Value, char.MaxValue)) ? previous : !IsWide(rune) ? word : i;
            if (start <= starts[^1] || start > i) start = i;
            if (start > starts[^1]) starts.Add(start);
            x = WidthOf(text[start..(i + length)]);
        }
        return starts;
    }

    private static double WidthOf(string text) => text.EnumerateRunes().Sum(Width);

    private static double Width(Rune rune) => IsWide(rune) ? Wide : Rune.IsUpper(rune) || rune.Value is '@' or '%' or '&' or 'm' or 'w' ? Capital : Narrow;

    private static bool IsWide(Rune rune) => rune.Value is >= 0x2E80 or >= 0x2010 and <= 0x2027 or >= 0x2030 and <= 0x205E or >= 0x2460 and <= 0x27BF or 0xB7;
}
