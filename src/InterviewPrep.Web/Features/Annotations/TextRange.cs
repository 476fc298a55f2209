namespace InterviewPrep.Web.Features.Annotations;

public enum TextRangeKind
{
    Comment,
    Praise,
    Fault,
}

/// <summary>A stretch of a text that a marker said something about.</summary>
/// <param name="Label">What stands behind it: a comment's number, or what a stamp says.</param>
public sealed record TextRange(int Start, int Length, string Label, TextRangeKind Kind);

/// <summary>A piece of text between two places where a stretch begins or ends.</summary>
/// <param name="Over">The stretches that lie over it.</param>
/// <param name="Ending">The stretches that end with it.</param>
public sealed record TextRun(string Text, IReadOnlyList<TextRange> Over, IReadOnlyList<TextRange> Ending);

/// <summary>Cuts a text at the ends of its stretches; the same for pages, print and Word.</summary>
public static class TextRanges
{
    public static IEnumerable<TextRun> Runs(string text, IEnumerable<TextRange> ranges)
    {
        // Stretches are kept in UTF-16 units: one that was cut inside a rare character takes all of it.
        var fitted = ranges.Where(s => s.Length > 0 && s.Start >= 0 && s.Start + s.Length <= text.Length)
            .Select(s => (Stretch: s, From: Whole(text, s.Start, -1), To: Whole(text, s.Start + s.Length, 1))).ToList();
        var cuts = fitted.SelectMany(f => new[] { f.From, f.To }).Append(0).Append(text.Length).Distinct().Order().ToList();
        for (var i = 0; i + 1 < cuts.Count; i++)
        {
            var (from, to) = (cuts[i], cuts[i + 1]);
            yield return new TextRun(text[from..to], [.. fitted.Where(f => f.From <= from && f.To >= to).Select(f => f.Stretch)],
                [.. fitted.Where(f => f.To == to).Select(f => f.Stretch)]);
        }
    }

    private static int Whole(string text, int at, int step) =>
        at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]) ? at + step : at;
}
