using InterviewPrep.Web.Content;

namespace InterviewPrep.Web.Features.StudyPlan;

/// <summary>When a paper is due, and which.</summary>
public static class PaperChoice
{
    /// <summary>A paper comes every so many days, once so many questions were answered one by one.</summary>
    private const int EveryDays = 3, QuestionsBefore = 3;

    /// <summary>On a usual day.</summary>
    public static bool IsDue(StudyRecord record) =>
        record.Answers.Count >= QuestionsBefore && (record.Papers.Count == 0 || record.Today.DayNumber - record.Papers.Values.Max().DayNumber >= EveryDays);

    /// <returns>Null where there is no paper that one can sit alone.</returns>
    public static PlanItem? Of(StudyRecord record, ContentLibrary content)
    {
        var answered = record.Answers.Select(a => a.Slug).ToHashSet();
        var paper = content.Papers.Where(p => content.FindLayout(p.Layout)?.Group is null && !p.Questions.Any(record.Withheld.Contains))
            .OrderBy(p => record.Papers.GetValueOrDefault(p.Slug)).ThenByDescending(p => record.Exam.Length > 0 && p.Exam == record.Exam).ThenByDescending(p => p.Minutes <= record.Minutes + DayPlan.Slack)
            .ThenBy(p => p.Questions.Count(answered.Contains)).ThenBy(p => p.Questions.Sum(q => content.FindQuestion(q)?.Difficulty ?? 0)).ThenBy(p => p.Slug, StringComparer.Ordinal).FirstOrDefault();
        if (paper is null) return null;
        var number = record.Papers.Count + 1;
        var why = record.DaysLeft <= StudyRecord.LastDays ? $"最后{Days(record.DaysLeft!.Value)}只做套题和漏点，不学新的。这是第 {number} 份。" : $"隔几天整套练一次，这是第 {number} 份。";
        return new(PlanItemKind.Paper, paper.Slug, $"套题：{paper.Title}", paper.Minutes, why, $"/exams/{paper.Slug}", "做这套题");
    }

    private static string Days(int left) => left switch { 1 => "一天", 2 => "两天", _ => "三天" };
}
