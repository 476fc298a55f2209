using System.Text;

namespace InterviewPrep.Web.Content.Coaching;

/// <summary>
/// A text as the coach reads it: half width, lower case, simplified characters, usual spellings. Every character knows
/// where it stands in the text as it was typed, so that evidence can be shown in the learner's own letters.
/// </summary>
public sealed class TypedText
{
    private readonly int[] origins;

    private TypedText(string original, string text, int[] origins) => (Original, Text, this.origins) = (original, text, origins);

    /// <summary>The text as it was typed.</summary>
    public string Original { get; }

    /// <summary>The text as it is compared.</summary>
    public string Text { get; }

    /// <summary>Brings a text into the form that is compared.</summary>
    public static TypedText Read(string original, Spelling spelling)
    {
        var text = new StringBuilder(original.Length);
        var origins = new List<int>(original.Length + 1);
        for (var i = 0; i < original.Length; i++)
        {
            var c = IsStop(original, i) ? '。' : Fold(original[i]);
            if (IsInvisible(c)) continue;
            text.Append(spelling.Simplified(c));
            origins.Add(i);
        }
        spelling.Correct(text);
        origins.Add(original.Length);
        return new TypedText(original, text.ToString(), [.. origins]);
    }

    /// <summary>The stretch of the typed text for a stretch of the compared one, without punctuation or space at its ends.</summary>
    public (int Start, int Length) Stretch(int start, int end)
    {
        var from = start < origins.Length ? origins[start] : Original.Length;
        var to = end <= start ? from : end < origins.Length ? origins[end] : Original.Length;
        while (from < to && IsMargin(Original[from])) from++;
        while (to > from && IsMargin(Original[to - 1])) to--;
        return (from, to - from);
    }

    // A half-width point behind a Chinese character ends the sentence; one between digits or letters does not.
    private static bool IsStop(string text, int i) => text[i] is '.' or '．' && i > 0 && text[i - 1] >= '\u3400';

    private static bool IsMargin(char c) => char.IsWhiteSpace(c) || c is '，' or '、' or '；' or '：' or ',' or ';' or ':' or '。' or '—' or '-' or '△' or '·';

    private static bool IsInvisible(char c) => c is '\uFEFF' or '\u00AD' or (>= '\u200B' and <= '\u200F') or (>= '\u2060' and <= '\u2064') or '\r';

    private static char Fold(char c) => c switch
    {
        '，' or '､' => ',',
        '。' or '｡' => '。',
        '；' => ';',
        '：' => ':',
        '！' => '!',
        '？' => '?',
        '\u3000' or '\t' or '\u00A0' => ' ',
        >= '！' and <= '～' => char.ToLowerInvariant((char)(c - 0xFEE0)),
        _ => char.ToLowerInvariant(c),
    };
}
