using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Shared;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Marking;

/// <summary>Marking of one answer: its rubric, comments and stamps. Who marks in the class is asked in the query.</summary>
[Authorize]
public sealed class ShowModel(AppDb db, MarkingViewQuery reading, MarkSaving saving, GivingBack givingBack, SiteTime siteTime) : PageModel
{
    [BindProperty(SupportsGet = true)] public QueueView View { get; set; } = new();

    [BindProperty] public MarkForm Input { get; set; } = new();

    [BindProperty] public GiveBackForm GiveBack { get; set; } = new();

    /// <summary>True where the marker was told that elements are unscored: the next press goes on all the same.</summary>
    [BindProperty(SupportsGet = true)] public bool Told { get; set; }

    public MarkingView Marking { get; private set; } = null!;

    /// <summary>What the form shows: what is stored, or what was sent and not kept.</summary>
    public ShownMark Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid classId, Guid assignmentId, Guid submissionId, CancellationToken ct)
    {
        if (!await LoadAsync(classId, assignmentId, submissionId, ct)) return NotFound();
        Shown = ShownMark.Stored(Marking);
        return Page();
    }

    /// <param name="go"><c>next</c> opens the next unmarked answer afterwards.</param>
    public async Task<IActionResult> OnPostAsync(Guid classId, Guid assignmentId, Guid submissionId, string? go, CancellationToken ct)
    {
        var marker = Marker.Of(User);
        if (!await db.Submissions.MarkedBy(marker).AnyAsync(s => s.Id == submissionId && s.AssignmentId == assignmentId && s.Assignment.ClassId == classId, ct)) return NotFound();
        var result = await saving.SaveAsync(submissionId, marker, Input, ct);
        if (Request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal)) return MarkReply.Of(result);
        return result.Outcome == MarkOutcome.Saved ? Redirect(await reading.AfterSaveAsync(result.Mark!, View, marker, go == "next", Told, ct))
            : await RefusedAsync(classId, assignmentId, submissionId, result, ct);
    }

    /// <summary>Keeps what stands in the form, and gives the answer back to be done again.</summary>
    public async Task<IActionResult> OnPostGiveBackAsync(Guid classId, Guid assignmentId, Guid submissionId, CancellationToken ct)
    {
        var marker = Marker.Of(User);
        if (!await db.Assignments.TaughtBy(marker).AnyAsync(a => a.Id == assignmentId && a.ClassId == classId && db.Submissions.Any(s => s.Id == submissionId && s.AssignmentId == a.Id), ct)) return NotFound();
        var result = await saving.SaveAsync(submissionId, marker, Input, ct);
        // Where the mark cannot be kept, nothing is given back either: the marker decides about that first.
        if (result.Outcome != MarkOutcome.Saved) return await RefusedAsync(classId, assignmentId, submissionId, result, ct);
        if (!await LoadAsync(classId, assignmentId, submissionId, ct)) return NotFound();
        var problem = await givingBack.RunAsync(Marking.Assignment, submissionId, GiveBack.Reason, GiveBack.DueAt, marker.Id, ct);
        if (problem is null) return Redirect(Marking.Address(submissionId));
        (Shown, GiveBack.IsOpen) = (ShownMark.Stored(Marking), true);
        ModelState.Clear();
        return this.Refuse(problem, StatusCodes.Status422UnprocessableEntity);
    }

    private async Task<IActionResult> RefusedAsync(Guid classId, Guid assignmentId, Guid submissionId, MarkSaving.Result result, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        if (!await LoadAsync(classId, assignmentId, submissionId, ct)) return NotFound();
        Shown = ShownMark.Refused(Marking, result, Input);
        ModelState.Clear();
        return this.Refuse(result.Said, result.Status);
    }

    private async Task<bool> LoadAsync(Guid classId, Guid assignmentId, Guid submissionId, CancellationToken ct)
    {
        if (await reading.ReadAsync(classId, assignmentId, submissionId, View, Marker.Of(User), ct) is not { } view) return false;
        Marking = view;
        GiveBack.DueAt ??= TypedTime.Write(siteTime.Now + AttemptReturn.UsualTime, siteTime.Zone);
        return true;
    }
}
