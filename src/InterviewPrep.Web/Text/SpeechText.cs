using System.Globalization;
using System.Text;

namespace InterviewPrep.Web.Text;

/// <summary>Counting and folding of spoken Chinese text; one place for editor, marking, print and content check.</summary>
public static class SpeechText
{
    /// <summary>字 per minute that exam trainers take as usual; adjustable by the learner, never a rule. Source: mission facts (one source).</summary>
    public const int UsualRate = 220;

    private enum Counted
    {
        Nothing,
        Word,

        /// <summary>A point, hyphen or apostrophe behind a word: one of them joins it to the next, as in 3.5 and e-mail.</summary>
        Joined,
    }

    /// <summary>
    /// 字数: Han characters and numbered signs (①, Ⅰ, ㈠) one each, and each word or number of other scripts as one; no punctuation, no spaces.
    /// countZi in text.js counts the same on the page; both run the vectors of zi.json.
    /// </summary>
    public static int CountZi(string text)
    {
        var (count, before) = (0, Counted.Nothing);
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (IsHan(rune) || IsNumberedSign(rune)) (count, before) = (count + 1, Counted.Nothing);
            else if (Rune.IsLetter(rune) || category is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber)
                (count, before) = (before == Counted.Nothing ? count + 1 : count, Counted.Word);
            else if (before == Counted.Word && category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark) continue;
            else before = before == Counted.Word && rune.Value is '.' or '-' or '\'' ? Counted.Joined : Counted.Nothing;
        }
        return count;
    }

    /// <summary>Speaking time in whole seconds at a pace in 字 per minute.</summary>
    public static int Seconds(int zi, int pace = UsualRate) => (int)Math.Round(zi * 60.0 / pace, MidpointRounding.AwayFromZero);

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

    public static bool IsHan(Rune rune) => rune.Value is >= 0x3400 and <= 0x9FFF or >= 0x20000 and <= 0x3FFFF or 0x3007 or >= 0xF900 and <= 0xFAFF;

    /// <summary>Roman numerals, and numbers and letters in circles and brackets, which stand for a spoken number each.</summary>
    private static bool IsNumberedSign(Rune rune) => rune.Value is >= 0x2160 and <= 0x2188 or >= 0x2460 and <= 0x24FF or >= 0x2776 and <= 0x2793 or >= 0x3220 and <= 0x325F or >= 0x3280 and <= 0x32BF;

    private static bool IsWordRune(Rune rune) => !IsHan(rune) && (Rune.IsLetterOrDigit(rune) && rune.Value < 0x3000 || rune.Value is >= 0xFF10 and <= 0xFF5A && Rune.IsLetterOrDigit(rune));
}
