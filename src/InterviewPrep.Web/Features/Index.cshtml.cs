using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Classes;
using InterviewPrep.Web.Features.Goals;
using InterviewPrep.Web.Features.StudyPlan;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewPrep.Web.Features;

/// <summary>Today: what a teacher has set, the day's plan and how far it is done, and what was done last.</summary>
[AllowAnonymous]
public sealed class IndexModel(AppDb db, ContentLibrary content, CurrentPerson person, AttemptCloser closer, CurrentGoal goal, StudyRecords records, TimeProvider time) : PageModel
{
    private const int RecentRows = 5;

    /// <summary>How often another question was asked for today.</summary>
    [BindProperty(SupportsGet = true)]
    public int Other { get; set; }

    public DayProgress Progress { get; private set; } = null!;

    /// <summary>What was answered last.</summary>
    public IEnumerable<AnsweredQuestion> Recent => Progress.Record.Answers.Reverse().Take(RecentRows);

    public int LessonsRead => content.Lessons.Count(l => Progress.Record.Lessons.ContainsKey(l.Slug));

    public int LessonsAll => content.Lessons.Count;

    /// <summary>Assignments that wait for this learner.</summary>
    public IReadOnlyList<DueRow> Due { get; private set; } = [];

    /// <summary>A class code that was brought before there was an account.</summary>
    public string? JoinCode { get; private set; }

    public bool IsFirstVisit { get; private set; }

    public Lesson? FirstLesson => content.Lessons is [var first, ..] ? first : null;

    /// <summary>A question for who wants to write before anything else.</summary>
    public PlanItem? FirstQuestion => QuestionChoice.Of(Progress.Record, content);

    public IReadOnlyList<Stage> Stages => content.Frameworks is [var first, ..] ? first.Stages : [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (person.IsSignedIn)
        {
            await closer.CloseOfAsync(person.Id!.Value, ct);
            Due = [.. (await db.DueOfAsync(person.Id.Value, time.GetUtcNow(), null, ct)).Where(d => d.IsOpen)];
            JoinCode = WaitingCode.Of(Request);
        }
        var record = await records.ReadAsync(ct);
        Progress = DayProgress.Of(record, content, Other);
        IsFirstVisit = Due.Count == 0 && JoinCode is null && record.IsEmpty && await goal.ReadAsync(ct) is null;
    }
}
