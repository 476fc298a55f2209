using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Questions;
using InterviewPrep.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Exams;

/// <summary>A sitting while it goes on: one phase, one thing to do.</summary>
[AllowAnonymous]
public sealed class RunModel(AppDb db, ContentLibrary content, CurrentPerson person, TimeProvider time) : PageModel
{
    private const int Tries = 5;

    public ExamSitting Sitting { get; private set; } = null!;

    public SittingCourse Course { get; private set; } = null!;

    public IReadOnlyList<QuestionRevision> Questions { get; private set; } = [];

    public RoomLayout? Layout => content.FindLayout(Sitting.Layout);

    public SittingPhase Phase => Course.Current.Phase;

    public QuestionRevision Question => Questions[Course.Current.Question - 1];

    public ExamAnswer Answer => Sitting.AnswerTo(Course.Current.Question);

    public IReadOnlyList<Stage> Stages => content.FrameworkOf(Question.Framework).Stages;

    public DateTimeOffset Now { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(db.ExamSittings.AsNoTracking(), id, ct)) return NotFound();
        // Where the time was up, the page says so first; whoever has ended it wants the report.
        return Course is { IsOver: true, Current.ByClock: false } ? Redirect($"/sittings/{id}/report") : Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Pressed pressed, CancellationToken ct)
    {
        if (pressed.Refusal is { } refusal) return await LoadAsync(db.ExamSittings.AsNoTracking(), id, ct) ? this.Refuse(refusal) : NotFound();
        return await KeepAsync(id, pressed, presses: true, ct) is null ? NotFound() : Redirect($"/sittings/{id}");
    }

    /// <summary>What a script asks: keeps what was written and says where the sitting is.</summary>
    public async Task<IActionResult> OnPostSaveAsync(Guid id, Pressed pressed, CancellationToken ct)
    {
        if (pressed.Refusal is { } refusal) return BadRequest(new { Title = refusal });
        if (await KeepAsync(id, pressed, presses: false, ct) is not { } kept) return NotFound();
        return new JsonResult(new { Sitting.CourseAt(Now).Step, Sitting.Answers.SingleOrDefault(a => a.Order == pressed.Question)?.Revision, Kept = kept, Now = Now.UtcDateTime });
    }

    /// <returns>Whether what was written is kept; null where there is no such sitting.</returns>
    private Task<bool?> KeepAsync(Guid id, Pressed pressed, bool presses, CancellationToken ct) => db.RetryOnConflictAsync<bool?>(Tries, async () =>
    {
        if (!await LoadAsync(db.ExamSittings, id, ct)) return null;
        var kept = pressed.ApplyTo(Sitting, presses, Now);
        await db.SaveChangesAsync(ct);
        return kept;
    });

    private async Task<bool> LoadAsync(IQueryable<ExamSitting> sittings, Guid id, CancellationToken ct)
    {
        if (await sittings.OwnedBy(person.Id).Include(s => s.Answers).SingleOrDefaultAsync(s => s.Id == id, ct) is not { } sitting) return false;
        (Sitting, Now) = (sitting, time.GetUtcNow());
        Course = sitting.CourseAt(Now);
        Questions = await db.QuestionsAsync(sitting, whole: false, ct);
        return true;
    }
}
