using System.Collections.Frozen;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Accounts.SignIn.Password;

/// <summary>Passwords that are tried first, in China and elsewhere: a list that ships with the site, and words such as its own name.</summary>
public static class CommonPasswords
{
    private const string Resource = "common-passwords.txt";

    /// <summary>Words that stand for this site: alone, or with figures and signs around them, they are no password.</summary>
    private static readonly string[] PlaceWords =
        ["zhixing", "zhixingmianshi", "mianshi", "interview", "interviewprep", "jiegouhua", "gongwuyuan", "gongkao", "知行", "知行面试", "面试", "公务员", "结构化面试", "考公", "上岸"];

    private static readonly Lazy<FrozenSet<string>> Listed = new(Read);

    public static int Count => Listed.Value.Count;

    /// <summary>Whether a password is on the list, or is one of the site's words or the person's own name with only digits and signs around it.</summary>
    /// <param name="names">User name, name shown, name of the site.</param>
    public static bool Contains(string password, params IReadOnlyCollection<string> names)
    {
        var folded = SpeechText.Fold(password);
        if (Listed.Value.Contains(folded) || folded.Distinct().Count() == 1) return true;
        var core = string.Concat(folded.Where(char.IsLetter));
        return core.Length > 0 && PlaceWords.Concat(names.Select(n => string.Concat(SpeechText.Fold(n).Where(char.IsLetter)))).Contains(core)
            || names.Any(n => n.Length > 0 && SpeechText.Fold(n) == folded);
    }

    private static FrozenSet<string> Read()
    {
        using var reader = new StreamReader(typeof(CommonPasswords).Assembly.GetManifestResourceStream(Resource)!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
    }
}
