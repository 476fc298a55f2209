using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Classes;
using InterviewPrep.Web.Features.Shared;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Assignments.Manage;

/// <summary>Changes the terms; running attempts get the new times.</summary>
[Authorize]
public sealed class EditModel(AppDb db, CurrentPerson person, SiteTime siteTime, AttemptCloser closer, TimeProvider time) : PageModel
{
    public Assignment Assignment { get; private set; } = null!;

    [BindProperty]
    public AssignmentForm Input { get; set; } = new();

    public bool IsBegun { get; private set; }

    /// <summary>Tells a form that began with other terms than those of now.</summary>
    public string Hash => FormHash.Of(Assignment.Revision);

    public async Task<IActionResult> OnGetAsync(Guid id, Guid aid, CancellationToken ct)
    {
        if (!await LoadAsync(id, aid, ct)) return NotFound();
        Input = AssignmentForm.From(Assignment.Plan, siteTime.Zone);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid aid, CancellationToken ct)
    {
        // Attempts that are over are closed first, so that new deadlines do not reopen them.
        await closer.CloseAsync(aid, ct);
        if (!await LoadAsync(id, aid, ct)) return NotFound();
        if (this.IsOutdated(Hash)) return Stale();
        var plan = Input.Read(siteTime.Zone).Plan with { TakesRecording = Assignment.TakesRecording };
        if ((Assignment.Class.IsArchived ? SchoolClass.ArchivedProblem : Assignment.ValidateChange(plan, IsBegun)) is { } reason) return this.Refuse(reason, StatusCodes.Status400BadRequest);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        Assignment.Change(plan, IsBegun, time.GetUtcNow());
        await db.RetimeAsync(Assignment, null, ct);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return await LoadAsync(id, aid, ct) ? Stale() : NotFound();
        }
        return Redirect($"/classes/{id}/assignments/{aid}");
    }

    // Shown again over the terms of now, and taken the next time, so that nobody overwrites what they have not seen.
    private PageResult Stale()
    {
        ModelState.Clear();
        return this.Refuse(FormHash.ConflictMessage($"这次作业刚在别处改过：现在叫「{Assignment.Title}」，{siteTime.Long(Assignment.DueAt)}截止", "保存"), StatusCodes.Status409Conflict);
    }

    private async Task<bool> LoadAsync(Guid id, Guid aid, CancellationToken ct)
    {
        var assignment = await db.Assignments.Include(a => a.Class.Archive).Include(a => a.Extensions).AsSplitQuery().TaughtBy(person.Id).SingleOrDefaultAsync(a => a.Id == aid && a.ClassId == id, ct);
        if (assignment is null) return false;
        Assignment = assignment;
        IsBegun = await db.Attempts.AnyAsync(a => a.AssignmentId == aid, ct);
        return true;
    }
}
