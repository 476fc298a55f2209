using System.Globalization;
using InterviewPrep.Web.Site;

namespace InterviewPrep.Web.Features.Assignments;

/// <summary>A list of 每日一练 that was set for a class: an assignment for each of its days.</summary>
public sealed class DailySeries(Guid id, Guid classId, string name, bool skipsWeekends, Guid createdById, DateTimeOffset createdAt)
{
    /// <summary>Leaves room for the day in the title of an assignment.</summary>
    public const int LongestName = AssignmentPlan.LongestTitle - 12;

    /// <summary>From the form that set it: the same form sent twice sets one.</summary>
    public Guid Id { get; private set; } = id;

    public Guid ClassId { get; private set; } = classId;

    public string Name { get; private set; } = name;

    public bool SkipsWeekends { get; private set; } = skipsWeekends;

    public Guid CreatedById { get; private set; } = createdById;

    public DateTimeOffset CreatedAt { get; private set; } = createdAt;

    /// <summary>The day as it stands in the title of its assignment.</summary>
    public static string DayInTitle(DateOnly day) => day.ToString("M月d日", CultureInfo.InvariantCulture);

    /// <summary>The days of a list from its first on, without end; weekends are left out where the list does so.</summary>
    public static IEnumerable<DateOnly> Days(DateOnly first, bool skipsWeekends)
    {
        for (var day = first; ; day = day.AddDays(1))
        {
            if (!skipsWeekends || !IsWeekend(day)) yield return day;
        }
    }

    public static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    /// <summary>Leaves one day out: its question and those after it move on to the next day of the list.</summary>
    /// <param name="days">The assignments of the list from that day on, in order; nobody has begun any of them.</param>
    public void LeaveOut(IReadOnlyList<Assignment> days, TimeZoneInfo zone, DateTimeOffset now)
    {
        var next = Days(WallClock.Day(days[^1].OpensAt, zone).AddDays(1), SkipsWeekends).First();
        var to = days.Skip(1).Select(d => WallClock.Day(d.OpensAt, zone)).Append(next).ToList();
        for (var i = 0; i < days.Count; i++) days[i].MoveTo(to[i], zone, now);
    }
}
