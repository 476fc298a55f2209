namespace InterviewPrep.Web.Features.StudyPlan;

/// <summary>A day's plan in a few words.</summary>
public static class DayWords
{
    public static string Summary(DayPlan plan)
    {
        if (plan.Kind == DayKind.Exam) return "考试";
        int Count(PlanItemKind kind) => plan.Items.Count(i => i.Kind == kind);
        List<string> parts = [];
        if (Count(PlanItemKind.Reviews) > 0) parts.Add("漏点");
        if (Count(PlanItemKind.Lesson) is > 0 and var lessons) parts.Add($"{Number(lessons)}课");
        if (Count(PlanItemKind.Question) is > 0 and var questions) parts.Add($"{Number(questions)}题");
        if (Count(PlanItemKind.Paper) > 0) parts.Add("套题");
        var words = string.Join("、", parts);
        return plan.Kind == DayKind.PapersAndRecall ? $"只做{words}" : words;
    }

    private static string Number(int count) => count switch { 1 => "一", 2 => "两", 3 => "三", _ => $" {count} " };
}
