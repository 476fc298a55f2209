using System.Text;
using System.Text.RegularExpressions;

namespace InterviewPrep.Web.Text;

/// <summary>Makes texts that people wrote harmless for the programs that open exported files.</summary>
public static partial class SafeText
{
    private const int LongestFileName = 80;

    /// <summary>A cell that a spreadsheet could take for a formula gets an apostrophe before it; every other text stays as it is.</summary>
    public static string Cell(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠' ? "'" + text : text;

    /// <summary>Without what XML cannot hold: control characters, U+FFFE, U+FFFF and halves of surrogate pairs.</summary>
    public static string Xml(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) clean.Append(text[i]).Append(text[++i]);
            else if (!char.IsSurrogate(text[i]) && text[i] < '\uFFFE' && (text[i] >= ' ' || text[i] is '\t' or '\n' or '\r')) clean.Append(text[i]);
        }
        return clean.ToString();
    }

    /// <summary>As a string in .xlsx, where <c>_x000D_</c> would be read as a character.</summary>
    public static string SpreadsheetXml(string text) => Escape().Replace(Xml(text), "_x005F$0");

    /// <summary>A name for a file on any system: no separators, no control or direction characters, not too long.</summary>
    public static string FileName(string name)
    {
        var clean = Excerpt.Start(Unfit().Replace(Xml(name), " ").Trim(' ', '.'), LongestFileName);
        return clean.Length == 0 || Reserved().IsMatch(clean) ? "_" + clean : clean;
    }

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Escape();

    [GeneratedRegex(@"[<>:""/\\|?*\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+")]
    private static partial Regex Unfit();

    [GeneratedRegex(@"^(con|prn|aux|nul|com\d|lpt\d)(\.|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Reserved();
}
