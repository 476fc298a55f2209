using System.Globalization;
using InterviewPrep.Web.Content;

namespace InterviewPrep.Web.Features.Recall;

/// <summary>Words of this room's pages.</summary>
public static class RecallDays
{
    private const int CountedDays = 14;

    /// <summary>A day as one says it: 明天， 后天， 4 天后， else the date.</summary>
    public static string Say(DateOnly day, DateOnly today) => (day.DayNumber - today.DayNumber) switch
    {
        <= 0 => "今天",
        1 => "明天",
        2 => "后天",
        <= CountedDays and var days => $"{days} 天后",
        _ => day.ToString(day.Year == today.Year ? "M月d日" : "yyyy年M月d日", CultureInfo.InvariantCulture),
    };

    public static string PointName(ContentLibrary content, RecallItem item) => content.FindFramework(item.Framework)?.FindPoint(item.Point)?.Name ?? item.Point;
}
