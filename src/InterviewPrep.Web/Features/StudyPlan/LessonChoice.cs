using InterviewPrep.Web.Content;

namespace InterviewPrep.Web.Features.StudyPlan;

/// <summary>The lesson that a day takes: one that teaches what is missed, else the next in order.</summary>
public static class LessonChoice
{
    /// <returns>Null where every lesson was read.</returns>
    public static PlanItem? Of(StudyRecord record, ContentLibrary content)
    {
        var unread = content.Lessons.Where(l => !record.Lessons.ContainsKey(l.Slug)).ToList();
        if (unread.Count == 0) return null;
        foreach (var weak in PointShares.Weak(record.Answers, content))
        {
            if (unread.Where(l => l.Framework == weak.Framework && l.Points.Contains(weak.Id)).MinBy(l => l.Points.Count) is { } teaches) return Item(teaches, $"{weak.Words}，这一课教它。");
        }
        foreach (var stage in PointShares.ByStage(record.Answers, content).Where(s => s.IsWeak).OrderByDescending(s => s.Missed))
        {
            if (unread.FirstOrDefault(l => l.Framework == stage.Framework && l.Stage == stage.Id) is { } fits) return Item(fits, $"{stage.Words}，先补这一步。");
        }
        foreach (var type in PointShares.ByType(record.Answers, content).Where(s => s.IsWeak).OrderByDescending(s => s.Missed))
        {
            if (unread.FirstOrDefault(l => l.Stage is null && content.FindFramework(l.Framework ?? "")?.Types.Contains(type.Id) == true) is { } fits) return Item(fits, $"{type.Words}，看看这类题怎么答。");
        }
        return Item(unread[0], record.Lessons.Count == 0 ? "从第一课开始。" : "接着学，按顺序轮到这一课。");
    }

    private static PlanItem Item(Lesson lesson, string why) =>
        new(PlanItemKind.Lesson, lesson.Slug, $"课：{lesson.Title}", lesson.Minutes, why, $"/lessons/{lesson.Slug}", "学这一课");
}
