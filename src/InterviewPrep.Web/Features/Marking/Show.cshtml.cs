using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Classes;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Marking;

/// <summary>The marking desk: one answer, its rubric, comments and stamps. Who marks in the class is asked in the query.</summary>
[Authorize]
public sealed class ShowModel(AppDb db, MarkingViewQuery reading, MarkSaving saving, SiteTime siteTime, TimeProvider time) : PageModel
{
    private sealed record Saved(int Revision, double? Total, DateTime SavedAt);

    /// <summary>退回重做: why, and until when by the clock on the wall.</summary>
    public sealed class GiveBackForm
    {
        public string? Reason { get; set; }

        public DateTime? DueAt { get; set; }
    }

    private sealed record Refusal(string Problem, bool IsConflict);

    [BindProperty(SupportsGet = true)]
    public QueueView View { get; set; } = new();

    [BindProperty]
    public MarkForm Input { get; set; } = new();

    [BindProperty]
    public GiveBackForm GiveBack { get; set; } = new();

    public MarkingView Marking { get; private set; } = null!;

    /// <summary>Where the button 退回 sends the desk; the queue stays narrowed as it was.</summary>
    public string GiveBackAddress => QueryHelpers.AddQueryString(Marking.Address(Marking.Submission.Id), "handler", "GiveBack");

    public string? Problem { get; private set; }

    /// <summary>What was sent, while the store holds something else; null where nothing stands against it.</summary>
    public MarkEdit? Mine { get; private set; }

    /// <summary>What the form shows: what is stored, or what was sent and not kept.</summary>
    public MarkForm Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid classId, Guid assignmentId, Guid submissionId, CancellationToken ct)
    {
        if (!await LoadAsync(classId, assignmentId, submissionId, ct)) return NotFound();
        Shown = MarkForm.Of(Marking.Edit, Marking.Revision, Marking.Rubric);
        return Page();
    }

    /// <param name="go"><c>next</c> opens the next unmarked answer afterwards.</param>
    public async Task<IActionResult> OnPostAsync(Guid classId, Guid assignmentId, Guid submissionId, string? go, CancellationToken ct)
    {
        var marker = Marker.Of(User);
        var wantsJson = Request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal);
        var here = await db.Submissions.AsNoTracking().Include(s => s.Mark!.Rubric).Include(s => s.AssignmentQuestion.Rubrics).MarkedBy(marker)
            .SingleOrDefaultAsync(s => s.Id == submissionId && s.AssignmentId == assignmentId && s.Assignment.ClassId == classId, ct);
        if (here is null) return NotFound();
        var (edit, problem) = Input.Read(here.Mark?.Rubric ?? here.AssignmentQuestion.Rubric, here.Text);
        var result = edit is null ? new(MarkOutcome.Refused, null, problem) : await saving.SaveAsync(submissionId, marker, Input.BaseRevision, edit, ct);
        if (result.Outcome == MarkOutcome.NotFound) return NotFound();
        if (result is { Outcome: MarkOutcome.Saved, Mark: { } mark })
            return wantsJson ? new JsonResult(new Saved(mark.Revision, mark.Total, mark.ChangedAt.UtcDateTime)) : await GoOnAsync(go, classId, assignmentId, submissionId, ct);

        var isConflict = result.Outcome == MarkOutcome.Conflict;
        Problem = result.Problem ?? "这一份刚被别人改过，您填的还没有存。";
        if (wantsJson) return new JsonResult(new Refusal(Problem, isConflict)) { StatusCode = isConflict ? 409 : 422 };
        db.ChangeTracker.Clear();
        if (!await LoadAsync(classId, assignmentId, submissionId, ct)) return NotFound();
        Mine = isConflict ? edit : null;
        // Nothing of either is lost: comments of both stand in the form.
        Shown = Mine is null ? Input : MarkForm.Of(Mine with { Comments = [.. Mine.Comments, .. Marking.Edit.Comments.ExceptBy(Mine.Comments.Select(c => c.Id), c => c.Id)] }, Marking.Revision, Marking.Rubric);
        Response.StatusCode = isConflict ? 409 : 422;
        ModelState.Clear();
        return Page();
    }

    /// <summary>Keeps what stands on the desk, and gives the answer back to be done again.</summary>
    public async Task<IActionResult> OnPostGiveBackAsync(Guid classId, Guid assignmentId, Guid submissionId, CancellationToken ct)
    {
        var marker = Marker.Of(User);
        if (!await db.Assignments.TaughtBy(marker).AnyAsync(a => a.Id == assignmentId && a.ClassId == classId, ct)) return NotFound();
        // Where the desk cannot be kept, nothing is given back either: the marker decides about that first.
        var kept = await OnPostAsync(classId, assignmentId, submissionId, "stay", ct);
        if (kept is not RedirectResult) return kept;
        var (reason, now) = (GiveBack.Reason?.Trim() ?? "", time.GetUtcNow());
        var attempt = await db.Returnable(assignmentId).Include(a => a.Returned).SingleOrDefaultAsync(a => a.Submissions.Any(s => s.Id == submissionId), ct);
        Problem = attempt is null ? "这位学员已经开始新的一次，不用再退回。"
            : attempt.ValidateReturn(reason, GiveBack.DueAt is { } typed ? WallClock.Instant(typed, siteTime.Zone) : now, now);
        if (Problem is null)
        {
            attempt!.Return(reason, WallClock.Instant(GiveBack.DueAt!.Value, siteTime.Zone), marker.Id, now);
            db.Add(new ClassEvent(classId, assignmentId, marker.Id, ClassEventKind.Returned, CandidateNumber.Format(attempt.CandidateNumber), now));
            await db.SaveChangesAsync(ct);
            return kept;
        }
        Shown = MarkForm.Of(Marking.Edit, Marking.Revision, Marking.Rubric);
        GiveBack.Reason ??= "";
        Response.StatusCode = 422;
        ModelState.Clear();
        return Page();
    }

    private async Task<IActionResult> GoOnAsync(string? go, Guid classId, Guid assignmentId, Guid submissionId, CancellationToken ct)
    {
        if (!await LoadAsync(classId, assignmentId, submissionId, ct)) return NotFound();
        return go == "next" && Marking.NextUnmarked is { } next ? Redirect(Marking.Address(next)) : Redirect(go == "next" ? Marking.QueueAddress : Marking.Address(submissionId));
    }

    private async Task<bool> LoadAsync(Guid classId, Guid assignmentId, Guid submissionId, CancellationToken ct)
    {
        if (await reading.ReadAsync(classId, assignmentId, submissionId, View, Marker.Of(User), ct) is not { } view) return false;
        Marking = view;
        GiveBack.DueAt ??= siteTime.Local(time.GetUtcNow() + AttemptReturn.UsualTime).DateTime;
        return true;
    }
}
