using System.Text;
using System.Text.RegularExpressions;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Marking;

/// <summary>
/// First letters of pinyin, so that 道歉之后要有下文 is found by <c>dqzh</c>. A character with several readings has all their letters
/// in brackets, <c>[cz]</c>, as a regular expression would; other letters and digits stand for themselves, the rest is left out.
/// </summary>
public static partial class PinyinInitials
{
    private const char First = '\u4e00', Unknown = '.';

    private static readonly Lazy<(string Letters, Dictionary<char, string> Several)> Table = new(Read);

    public static string Of(string text)
    {
        var (letters, several) = Table.Value;
        var initials = new StringBuilder(text.Length);
        foreach (var c in SpeechText.Fold(text))
        {
            if (c is >= 'a' and <= 'z' or >= '0' and <= '9') initials.Append(c);
            else if (several.TryGetValue(c, out var readings)) initials.Append('[').Append(readings).Append(']');
            else if (c >= First && c - First < letters.Length && letters[c - First] != Unknown) initials.Append(letters[c - First]);
        }
        return initials.ToString();
    }

    /// <summary>True where the typed letters are the initials of neighbouring characters.</summary>
    /// <param name="initials">From <see cref="Of"/>.</param>
    public static bool Match(string initials, string typed)
    {
        var wanted = SpeechText.Fold(typed).Trim();
        if (wanted.Length == 0 || !wanted.All(char.IsAsciiLetterOrDigit)) return false;
        var characters = Characters().Matches(initials);
        for (var at = 0; at + wanted.Length <= characters.Count; at++)
        {
            var i = 0;
            while (i < wanted.Length && characters[at + i].ValueSpan.Contains(wanted[i])) i++;
            if (i == wanted.Length) return true;
        }
        return false;
    }

    private static (string, Dictionary<char, string>) Read()
    {
        using var stream = typeof(PinyinInitials).Assembly.GetManifestResourceStream("pinyin-initials.txt")!;
        using var reader = new StreamReader(stream);
        var letters = reader.ReadLine()!;
        var several = reader.ReadLine()!.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToDictionary(s => s[0], s => s[1..]);
        return (letters, several);
    }

    [GeneratedRegex(@"\[[a-z]+\]|[a-z0-9]")]
    private static partial Regex Characters();
}
