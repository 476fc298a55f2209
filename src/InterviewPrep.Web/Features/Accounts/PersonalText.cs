using System.Globalization;
using System.Text;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>What names and other short texts about a person may hold: any script, one line, nothing that cannot be kept or that hides.</summary>
public static class PersonalText
{
    /// <returns>Why a user name cannot be taken, or null. It is typed and told from others by eye, so nothing in it may be invisible.</returns>
    public static string? ValidateUserName(string name) => name.Length switch
    {
        0 => "请填写用户名。",
        > AppUser.LongestUserName => $"用户名最多 {AppUser.LongestUserName} 个字符。",
        _ => Hidden(name, alsoJoiners: true) is { } c ? $"用户名里有看不见的字符（{c}），请删掉它。" : null,
    };

    /// <returns>Why a text cannot be kept, or null.</returns>
    public static string? Validate(string text, string what, int longest) =>
        text.Length > longest ? $"{what}最多 {longest} 个字符。"
        : Hidden(text, alsoJoiners: false) is { } c ? $"{what}里有无法保存的字符（{c}），请删掉它。" : null;

    // Joiners belong to some scripts and to emoji; signs that turn the direction of writing make a name look like another.
    private static string? Hidden(string text, bool alsoJoiners)
    {
        if (ForbiddenCharacters.Find(text) is { } unkeepable) return unkeepable;
        foreach (var rune in text.EnumerateRunes())
        {
            var hides = rune.Value is '\t' or '\n' or '\r' or 0x2028 or 0x2029 or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F or 0x061C;
            if (hides || (alsoJoiners && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control)) return $"U+{rune.Value:X4}";
        }
        return null;
    }
}
