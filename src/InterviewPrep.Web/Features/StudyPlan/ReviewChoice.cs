namespace InterviewPrep.Web.Features.StudyPlan;

/// <summary>How many missed points a day takes.</summary>
public static class ReviewChoice
{
    /// <summary>Reading a question, saying a sentence or two, and comparing.</summary>
    private const double MinutesEach = 0.8;

    /// <summary>Reviews take at most one of so many parts of a day, and a few at least.</summary>
    private const int Part = 3, Fewest = 3;

    public static PlanItem? Of(StudyRecord record)
    {
        var due = record.DueReviews;
        if (due == 0) return null;
        var count = Math.Min(due, Math.Max(Fewest, (int)(record.Minutes / Part / MinutesEach)));
        return new(PlanItemKind.Reviews, "", $"漏点复习 {count} 个", (int)Math.Ceiling(count * MinutesEach),
            count < due ? $"攒了 {due} 个，先来最容易忘的 {count} 个。" : "到日子了，换一道题再说一遍。", "/recall", "开始复习")
        { Count = count };
    }
}
