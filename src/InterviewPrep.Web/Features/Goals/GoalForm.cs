using System.Globalization;
using InterviewPrep.Web.Features.Shared;

namespace InterviewPrep.Web.Features.Goals;

/// <summary>The three questions as they stand in a form; each may stay open.</summary>
public sealed record GoalForm(string ExamDate, string Minutes, string Exam)
{
    /// <summary>What is sent where the kind of exam is not settled.</summary>
    public const string Unsettled = "还没定";

    private const string DateFormat = "yyyy-MM-dd";

    private const int FurthestYears = 5;

    /// <summary>Stands for what the form began with; see <see cref="FormHash"/>.</summary>
    public string Hash { get; init; } = "";

    /// <summary>The form of a goal; an empty one where there is none.</summary>
    public static GoalForm Of(StudyGoal? goal) => new(
        goal?.ExamDate?.ToString(DateFormat, CultureInfo.InvariantCulture) ?? "", goal?.MinutesADay?.ToString(CultureInfo.InvariantCulture) ?? "",
        goal is null ? "" : goal.Exam.Length > 0 ? goal.Exam : Unsettled)
    { Hash = HashOf(goal) };

    /// <summary>Keeps what was typed.</summary>
    /// <returns>Why it cannot be kept; null where it was.</returns>
    public string? Keep(StudyGoal goal, DateOnly today, DateTimeOffset now)
    {
        DateOnly? date = null;
        if (!string.IsNullOrWhiteSpace(ExamDate))
        {
            if (!DateOnly.TryParseExact(ExamDate, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day < today.AddYears(-1) || day > today.AddYears(FurthestYears))
                return "考试日期不对，请从日历里选。";
            date = day;
        }
        int? minutes = null;
        if (Minutes.Length > 0)
        {
            if (!int.TryParse(Minutes, CultureInfo.InvariantCulture, out var chosen) || !StudyGoal.MinuteChoices.Contains(chosen)) return "每天几分钟，请从列出的里面选。";
            minutes = chosen;
        }
        if (Exam.Length > 0 && Exam != Unsettled && !Content.Exams.All.Contains(Exam)) return "考哪一类，请从列出的里面选。";
        goal.Set(date, minutes, Exam == Unsettled ? "" : Exam, now);
        return null;
    }

    private static string HashOf(StudyGoal? goal) => FormHash.Of(goal?.ExamDate, goal?.MinutesADay, goal?.Exam);
}
