namespace InterviewPrep.Web.Site;

/// <summary>Converts between instants and local dates and times of the site's time zone.</summary>
public static class WallClock
{
    /// <summary>The instant of a local date and time; one at the ends of the calendar is taken for UTC. A time that a change of clocks leaves out means the first one after it; one that comes twice, the first.</summary>
    public static DateTimeOffset Instant(DateTime local, TimeZoneInfo zone)
    {
        local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        // What a form could not read arrives as the first moment of the calendar; no zone can move that.
        if (local < DateTime.MinValue.AddDays(2) || local > DateTime.MaxValue.AddDays(-2)) return new DateTimeOffset(local, TimeSpan.Zero);
        while (zone.IsInvalidTime(local)) local = local.AddMinutes(15);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>So many weeks later on the same weekday at the same local time, whatever the clocks did meanwhile.</summary>
    public static DateTimeOffset AddWeeks(DateTimeOffset instant, int weeks, TimeZoneInfo zone) => AddDays(instant, 7 * weeks, zone);

    /// <summary>So many days later at the same local time, whatever the clocks did meanwhile.</summary>
    public static DateTimeOffset AddDays(DateTimeOffset instant, int days, TimeZoneInfo zone) => Instant(TimeZoneInfo.ConvertTime(instant, zone).DateTime.AddDays(days), zone);

    /// <summary>The day on which an instant falls.</summary>
    public static DateOnly Day(DateTimeOffset instant, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
}
