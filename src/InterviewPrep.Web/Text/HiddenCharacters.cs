using System.Globalization;
using System.Text;

namespace InterviewPrep.Web.Text;

/// <summary>
/// Characters that a name or number may not hold because nobody sees them: line ends, zero-width and format characters, signs that turn the
/// direction of writing, fillers. Typed text with one is refused by name; in files, where nobody typed them, they are taken out.
/// </summary>
public static class HiddenCharacters
{
    private const int ZeroWidthNonJoiner = 0x200C, ZeroWidthJoiner = 0x200D;

    /// <summary>Letters and marks by category that show nothing: fillers of Hangul, blank Braille, the grapheme joiner.</summary>
    private static readonly int[] Fillers = [0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800, 0x034F];

    /// <param name="alsoJoiners">Whether joiners count too, which belong to some scripts and to emoji but to no number and no user name.</param>
    /// <returns>The first one as U+XXXX; null where there is none.</returns>
    public static string? Find(string text, bool alsoJoiners)
    {
        if (ForbiddenCharacters.Find(text) is { } forbidden) return forbidden;
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsHidden(rune, alsoJoiners)) return $"U+{rune.Value:X4}";
        }
        return null;
    }

    /// <summary>The text without them, and without what <see cref="ForbiddenCharacters"/> refuses.</summary>
    public static string Remove(string text, bool alsoJoiners) => Find(text, alsoJoiners) is null ? text
        : string.Concat(SafeText.Xml(text).EnumerateRunes().Where(r => !IsHidden(r, alsoJoiners) && !Rune.IsControl(r)).Select(r => r.ToString()));

    private static bool IsHidden(Rune rune, bool alsoJoiners) => rune.Value switch
    {
        '\t' or '\n' or '\r' or 0x2028 or 0x2029 => true,
        ZeroWidthNonJoiner or ZeroWidthJoiner => alsoJoiners,
        // Tags stand inside the emoji of some flags.
        >= 0xE0020 and <= 0xE007F => alsoJoiners,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control || Fillers.Contains(rune.Value),
    };
}
