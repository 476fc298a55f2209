using System.ComponentModel.DataAnnotations;
using System.Globalization;
using InterviewPrep.Web.Content;
using InterviewPrep.Web.Features.Shared;
using InterviewPrep.Web.Site;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Assignments.Manage;

/// <summary>
/// An assignment's terms as typed: strings, so that invalid numbers and times are reported instead of bound to a default. Times are
/// local times of the site.
/// </summary>
public sealed class AssignmentForm : IValidatableObject
{
    public string? Title { get; set; }

    public string? Note { get; set; }

    public Pace Pace { get; set; }

    public string? Minutes { get; set; }

    public bool TakesRecording { get; set; }

    public string? OpensAt { get; set; }

    public string? DueAt { get; set; }

    /// <summary>Empty where nothing is taken after the deadline.</summary>
    public string? CutOffAt { get; set; }

    public string? MostAttempts { get; set; } = "2";

    public Reveal Reveal { get; set; }

    public string? RevealAt { get; set; }

    public bool IsAnonymous { get; set; }

    /// <summary>The defaults: open now, due at 22:00 today, or tomorrow where that is less than two hours away.</summary>
    public static AssignmentForm Usual(DateTimeOffset now, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(now, zone).DateTime;
        var due = local.Date.AddHours(22);
        return new AssignmentForm
        {
            Title = $"{local:M月d日}作业",
            OpensAt = TypedTime.Write(now, zone),
            DueAt = (due - local < TimeSpan.FromHours(2) ? due.AddDays(1) : due).ToString(TypedTime.Format, CultureInfo.InvariantCulture),
        };
    }

    public static AssignmentForm From(AssignmentPlan plan, TimeZoneInfo zone) => new()
    {
        Title = plan.Title,
        Note = plan.Note,
        Pace = plan.Pace,
        Minutes = plan.Pace == Pace.Timed ? Written(plan.Minutes) : null,
        TakesRecording = plan.TakesRecording,
        OpensAt = TypedTime.Write(plan.OpensAt, zone),
        DueAt = TypedTime.Write(plan.DueAt, zone),
        CutOffAt = plan.CutOffAt > plan.DueAt ? TypedTime.Write(plan.CutOffAt, zone) : null,
        MostAttempts = Written(plan.MostAttempts),
        Reveal = plan.Reveal,
        RevealAt = plan.RevealAt is { } at ? TypedTime.Write(at, zone) : null,
        IsAnonymous = plan.IsAnonymous,
    };

    /// <summary>A timed assignment of a whole paper takes the paper's minutes where none were typed.</summary>
    public void TakeMinutesOf(ExamPaper? paper)
    {
        if (paper is not null && Pace == Pace.Timed && string.IsNullOrWhiteSpace(Minutes)) Minutes = Written(paper.Minutes);
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Read(validationContext.GetRequiredService<SiteTime>().Zone).Problems.Select(p => new ValidationResult(p.Problem, [p.Field]));

    /// <summary>The plan, and what is wrong with it, by field; with a problem the plan must not be used.</summary>
    public (AssignmentPlan Plan, IReadOnlyList<(string Field, string Problem)> Problems) Read(TimeZoneInfo zone)
    {
        var problems = new List<(string, string)>();
        DateTimeOffset Need(string field, string? typed, string name)
        {
            var (at, problem) = TypedTime.Read(typed, name, zone);
            if (problem is not null) problems.Add((field, problem));
            return at ?? DateTimeOffset.UnixEpoch;
        }
        int Number(string field, string? typed, string name)
        {
            if (int.TryParse(typed, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)) return number;
            problems.Add((field, $"{name}要写成数字。"));
            return 0;
        }
        foreach (var (field, text) in new[] { (nameof(Title), Title), (nameof(Note), Note) })
        {
            if (ForbiddenCharacters.Find(text ?? "") is { } c) problems.Add((field, $"里面有无法保存的控制字符（{c}），请删掉它。"));
        }
        var due = Need(nameof(DueAt), DueAt, "截止时间");
        DateTimeOffset? reveal = string.IsNullOrWhiteSpace(RevealAt) ? null : Need(nameof(RevealAt), RevealAt, "显示示例的时间");
        if (Reveal != Reveal.AtTime) reveal = null;
        var plan = new AssignmentPlan(Title ?? "", (Note ?? "").ReplaceLineEndings("\n"), Pace,
            string.IsNullOrWhiteSpace(Minutes) ? 0 : Number(nameof(Minutes), Minutes, "限时的总分钟数"), TakesRecording, Need(nameof(OpensAt), OpensAt, "开放时间"), due,
            string.IsNullOrWhiteSpace(CutOffAt) ? due : Need(nameof(CutOffAt), CutOffAt, "最晚收卷时间"),
            Number(nameof(MostAttempts), MostAttempts, "可交次数"), Reveal, reveal, IsAnonymous);
        if (problems.Count == 0) problems.AddRange(plan.Problems());
        return (plan, problems);
    }

    private static string Written(int number) => number.ToString(CultureInfo.InvariantCulture);
}
