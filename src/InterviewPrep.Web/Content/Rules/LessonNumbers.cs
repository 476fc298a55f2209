using System.Globalization;
using System.Text.RegularExpressions;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Content.Rules;

/// <summary>Seconds and 字 that a lesson states for a stage are those of its frame.</summary>
internal static partial class LessonNumbers
{
    /// <summary>A lesson's round number may differ this much from the frame's seconds at the usual pace, in 字.</summary>
    private const int Rounding = 10;

    private const string Digits = "零一二三四五六七八九";

    public static void Check(CheckedBank bank)
    {
        foreach (var lesson in bank.Library.Lessons)
        {
            if (lesson.Framework is null || bank.Library.FindFramework(lesson.Framework) is not { } frame) continue;
            foreach (var (stage, statement) in frame.Stages.SelectMany(s => Statements(s, Plain(lesson.BodyHtml)).Select(m => (s, m))))
            {
                if (Wrong(stage, statement) is { } right) bank.Add(lesson, $"“{statement.Value.Trim()}” does not agree with the frame: {stage.Name} takes {right}");
            }
        }
    }

    /// <summary>A stage's name with a number of seconds or 字 soon behind it, in one sentence or table row.</summary>
    private static IEnumerable<Match> Statements(Stage stage, string text) =>
        Regex.Matches(text, $@"{Regex.Escape(stage.Name)}[^。；\n0-9一二三四五六七八九十百]{{0,16}}(?<number>[0-9]+|[一二两三四五六七八九十百]+)(?:[–—到至-](?<upto>[0-9]+))?\s*(?<unit>秒|字)(?!数)").Cast<Match>()
            .Concat(TableRow(stage, text));

    // A row gives the seconds in one cell and the 字 in the next.
    private static IEnumerable<Match> TableRow(Stage stage, string text) =>
        Regex.Matches(text, $@"(?<=\n|^)\s*{Regex.Escape(stage.Name)}\t[^\n]*?\t(?<number>[0-9]+)(?:[–—到至-](?<upto>[0-9]+))?\s*(?<unit>秒|字)").Cast<Match>();

    private static string? Wrong(Stage stage, Match statement)
    {
        var zi = stage.Seconds * SpeechText.UsualRate / 60.0;
        var isSeconds = statement.Groups["unit"].Value == "秒";
        if (Number(statement.Groups["number"].Value) is not { } number) return null;
        if (statement.Groups["upto"] is { Success: true } upto)
            return isSeconds || (number <= zi && zi <= int.Parse(upto.Value, CultureInfo.InvariantCulture)) ? null : $"{stage.Seconds} seconds, {zi:0} 字";
        return isSeconds ? number == stage.Seconds ? null : $"{stage.Seconds} seconds" : Math.Abs(number - zi) <= Rounding ? null : $"{stage.Seconds} seconds, {zi:0} 字";
    }

    /// <summary>A number in figures or in Chinese up to 999; null for an approximate one such as 六七十.</summary>
    public static int? Number(string text)
    {
        if (int.TryParse(text, CultureInfo.InvariantCulture, out var figure)) return figure;
        if (ChineseNumber().Match(text) is not { Success: true } m) return null;
        int Digit(string group, int absent) => m.Groups[group] is { Success: true, Length: > 0 } g ? Digits.IndexOf(g.Value.Replace('两', '二'), StringComparison.Ordinal) : absent;
        var hundreds = m.Groups["hundred"].Success ? Digit("hundreds", 1) * 100 : 0;
        var tens = m.Groups["ten"].Success ? Digit("tens", 1) * 10 : 0;
        var ones = Digit("ones", 0);
        // 两百二 is 220.
        return hundreds > 0 && !m.Groups["ten"].Success && ones > 0 && !text.Contains('零') ? hundreds + (ones * 10) : hundreds + tens + ones;
    }

    // Cells of a table row are parted by tabs, rows and paragraphs by lines.
    private static string Plain(string html) => System.Net.WebUtility.HtmlDecode(Tag().Replace(Row().Replace(Cell().Replace(html.Replace("\n", "", StringComparison.Ordinal), "\t"), "\n"), ""));

    [GeneratedRegex("^(?:(?<hundreds>[一二两三四五六七八九])(?<hundred>百))?零?(?:(?<tens>[二三四五六七八九一])?(?<ten>十))?(?<ones>[一二三四五六七八九])?$")]
    private static partial Regex ChineseNumber();

    [GeneratedRegex("</t[dh]>")]
    private static partial Regex Cell();

    [GeneratedRegex("</(tr|p|li|h[1-6])>")]
    private static partial Regex Row();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
