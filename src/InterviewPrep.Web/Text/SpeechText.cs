using System.Text;

namespace InterviewPrep.Web.Text;

/// <summary>Counting and folding of spoken Chinese text; one place for editor, marking, print and content check.</summary>
public static class SpeechText
{
    /// <summary>字 per minute that exam trainers take as usual; adjustable by the learner, never a rule. Source: mission facts (one source).</summary>
    public const int UsualRate = 220;

    /// <summary>字数: Han characters, plus each Latin word or number as one; no punctuation, no spaces.</summary>
    public static int CountZi(string text)
    {
        var count = 0;
        var inWord = false;
        foreach (var rune in text.EnumerateRunes())
        {
            var word = IsWordRune(rune);
            if (IsHan(rune) || (word && !inWord)) count++;
            // A point or hyphen between two letters or digits belongs to the word: 3.5, e-mail.
            inWord = word || (inWord && rune.Value is '.' or '-' or '\'');
        }
        return count;
    }

    /// <summary>Speaking time in whole seconds at a pace in 字 per minute.</summary>
    public static int Seconds(int zi, int pace = UsualRate) => (int)Math.Round(zi * 60.0 / pace);

    /// <summary>Text as search and cues compare it: full-width forms folded to half width, lower case.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            folded.Append(c switch
            {
                >= '！' and <= '～' => char.ToLowerInvariant((char)(c - 0xFEE0)),
                '\u3000' => ' ',
                _ => char.ToLowerInvariant(c),
            });
        }
        return folded.ToString();
    }

    /// <summary>Only what is spoken: letters, digits and Han characters, without punctuation and spaces.</summary>
    public static string Spoken(string text) =>
        string.Concat(text.EnumerateRunes().Where(r => IsHan(r) || IsWordRune(r)).Select(r => r.ToString()));

    /// <summary>The sentences of a text, split at 。！？ and line ends, without the empty ones.</summary>
    public static IReadOnlyList<string> Sentences(string text) =>
        [.. text.Split(['。', '！', '？', '\n']).Where(s => Spoken(s).Length > 0)];

    public static bool IsHan(Rune rune) => rune.Value is >= 0x3400 and <= 0x9FFF or >= 0x20000 and <= 0x3FFFF or 0x3007 or >= 0xF900 and <= 0xFAFF;

    private static bool IsWordRune(Rune rune) => !IsHan(rune) && (Rune.IsLetterOrDigit(rune) && rune.Value < 0x3000 || rune.Value is >= 0xFF10 and <= 0xFF5A && Rune.IsLetterOrDigit(rune));
}
