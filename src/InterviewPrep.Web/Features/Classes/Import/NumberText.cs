using System.Globalization;
using System.Text.RegularExpressions;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Classes.Import;

/// <summary>What a spreadsheet shows of a number, and whether the number can still be the one that was typed in.</summary>
internal static partial class NumberText
{
    /// <summary>Digits that a spreadsheet keeps of a number; those behind become 0.</summary>
    private const decimal FirstRounded = 1_000_000_000_000_000;

    private const string HowToKeep = "请把这一列的格式设成「文本」，重新填好再传。";

    public const string Date = $"这一格是日期，不是号码。{HowToKeep}";

    private const string Rounded = $"这个号码太长，电子表格已经把后面几位改掉了。{HowToKeep}";

    private const string Fraction = $"这一格是小数，不是号码。{HowToKeep}";

    /// <summary>A number by its number format: 0000000 shows 12 as 0000012.</summary>
    public static SheetCell OfNumber(decimal number, string format)
    {
        if (IsDate(format)) return new(number.ToString("0.####", CultureInfo.InvariantCulture), Date);
        if (number != decimal.Truncate(number)) return new(number.ToString("0.############", CultureInfo.InvariantCulture), Fraction);
        var digits = Noughts().IsMatch(format) ? number.ToString(format, CultureInfo.InvariantCulture) : number.ToString("0", CultureInfo.InvariantCulture);
        return new(digits, Math.Abs(number) >= FirstRounded ? Rounded : "");
    }

    /// <summary>A text, which may be a number or a date that a spreadsheet wrote in its own way.</summary>
    public static SheetCell OfText(string text)
    {
        var trimmed = text.Trim();
        var doubt = Scientific().IsMatch(trimmed) ? Rounded : WrittenDate().IsMatch(trimmed) ? Date : "";
        return new(Excerpt.Start(text, SheetCell.Longest), doubt);
    }

    // Texts in quotes, colours and locales in brackets say nothing about the kind of number.
    private static bool IsDate(string format) => DateParts().IsMatch(Literals().Replace(format, ""));

    [GeneratedRegex("^0+$")]
    private static partial Regex Noughts();

    [GeneratedRegex(@"^\d+(\.\d+)?[Ee]\+\d+$")]
    private static partial Regex Scientific();

    [GeneratedRegex(@"^\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?$")]
    private static partial Regex WrittenDate();

    [GeneratedRegex("""
        "[^"]*"|\[[^\]]*\]|\\.|_.|\*.|General
        """)]
    private static partial Regex Literals();

    [GeneratedRegex("[ymdhs年月日]", RegexOptions.IgnoreCase)]
    private static partial Regex DateParts();
}
