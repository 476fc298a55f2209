using InterviewPrep.Web.Data;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>What names and other short texts about a person may hold: any script, one line, no control or invisible characters.</summary>
public static class PersonalText
{
    /// <returns>Why a user name cannot be taken, or null. It is typed and told from others by eye, so nothing in it may be invisible.</returns>
    public static string? ValidateUserName(string name) => name.Length switch
    {
        0 => "请填写用户名。",
        > AppUser.LongestUserName => $"用户名最多 {AppUser.LongestUserName} 个字符。",
        _ => HiddenCharacters.Find(name, alsoJoiners: true) is { } c ? $"用户名里有看不见的字符（{c}），请删掉它。" : null,
    };

    /// <returns>Why a text cannot be kept, or null.</returns>
    public static string? Validate(string text, string what, int longest) =>
        text.Length > longest ? $"{what}最多 {longest} 个字符。"
        : HiddenCharacters.Find(text, alsoJoiners: false) is { } c ? $"{what}里有无法保存的字符（{c}），请删掉它。" : null;
}
