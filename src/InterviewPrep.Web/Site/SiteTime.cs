using System.Globalization;
using Microsoft.Extensions.Options;

namespace InterviewPrep.Web.Site;

/// <summary>Shows instants in the site's time zone.</summary>
public sealed class SiteTime(IOptions<SiteOptions> options, TimeProvider time)
{
    private readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(options.Value.TimeZone);

    /// <summary>The zone in which dates are shown and deadlines are meant.</summary>
    public TimeZoneInfo Zone => zone;

    /// <summary>How the zone is called; the IANA name where there is no Chinese one.</summary>
    public string ZoneName => zone.Id is "Asia/Shanghai" or "China Standard Time" ? "北京时间" : zone.Id;

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>The day in the site's time zone.</summary>
    public DateOnly Today => DayOf(Now);

    /// <summary>The day of an instant in the site's time zone.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant).DateTime);

    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone);

    /// <summary>Month, day and time, as in 11月24日 09:30; with the year where it is not this one.</summary>
    public string Long(DateTimeOffset instant) =>
        Local(instant).ToString(Local(instant).Year == Local(Now).Year ? "M月d日 HH:mm" : "yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Hours and minutes.</summary>
    public string Clock(DateTimeOffset instant) => Local(instant).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Said as people do: 刚刚, 12 分钟前, 3 小时前, else the date.</summary>
    public string Ago(DateTimeOffset instant) => (Now - instant) switch
    {
        { TotalMinutes: < 1 } => "刚刚",
        { TotalMinutes: < 60 } span => $"{(int)span.TotalMinutes} 分钟前",
        { TotalHours: < 24 } span => $"{(int)span.TotalHours} 小时前",
        _ => Long(instant),
    };
}
