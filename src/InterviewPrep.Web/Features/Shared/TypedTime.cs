using System.Globalization;
using System.Text.RegularExpressions;
using InterviewPrep.Web.Site;

namespace InterviewPrep.Web.Features.Shared;

/// <summary>A date with a time of day as a form sends it, in the site's time zone.</summary>
public static partial class TypedTime
{
    /// <summary>How such a field is filled in and sent.</summary>
    public const string Format = "yyyy-MM-ddTHH:mm";

    private const int FirstYear = 2001, LastYear = 2199;

    public static string Write(DateTimeOffset instant, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(instant, zone).ToString(Format, CultureInfo.InvariantCulture);

    /// <param name="name">What the field is called on the page.</param>
    /// <returns>The instant; or what is wrong with what was typed, said to the person.</returns>
    public static (DateTimeOffset? At, string? Problem) Read(string? typed, string name, TimeZoneInfo zone)
    {
        if (string.IsNullOrWhiteSpace(typed)) return (null, $"请写明{name}。");
        if (DateTime.TryParseExact(typed, [Format, Format + ":ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && local.Year is >= FirstYear and <= LastYear)
            return (WallClock.Instant(local, zone), null);
        // Browsers let people type a year of five or six figures, or leave noughts before it.
        return (null, Date().Match(typed) is { Success: true } date ? $"{name}的年份写错了：{date.Groups[1].Value}。" : $"{name}要写成日期和钟点。");
    }

    [GeneratedRegex(@"^(\d{1,6})-\d{2}-\d{2}T\d{2}:\d{2}")]
    private static partial Regex Date();
}
