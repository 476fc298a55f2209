using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Classes;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Assignments.Manage;

/// <summary>Changing the terms; attempts that run are moved along.</summary>
[Authorize]
public sealed class EditModel(AppDb db, CurrentPerson person, SiteTime siteTime, AttemptCloser closer, TimeProvider time) : PageModel
{
    public Assignment Assignment { get; private set; } = null!;

    [BindProperty]
    public AssignmentForm Input { get; set; } = new();

    public FormView Fields { get; private set; } = null!;

    public bool IsBegun { get; private set; }

    /// <summary>True where somebody else has changed the terms since this form was opened.</summary>
    public bool IsStale { get; private set; }

    /// <summary>The revision of the terms that the form began with.</summary>
    [BindProperty] public int Revision { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid aid, CancellationToken ct)
    {
        if (!await LoadAsync(id, aid, ct)) return NotFound();
        (Fields, Revision) = (new FormView(AssignmentForm.From(Assignment.Plan, siteTime.Zone), [], IsBegun), Assignment.Revision);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid aid, CancellationToken ct)
    {
        // What ran out before the change stays run out.
        await closer.CloseAsync(aid, ct);
        if (!await LoadAsync(id, aid, ct)) return NotFound();
        var (plan, problems) = Input.Read(siteTime.Zone);
        plan = plan with { TakesRecording = Assignment.TakesRecording };
        if ((Assignment.Class.IsArchived ? SchoolClass.ArchivedProblem : Assignment.ValidateChange(plan, IsBegun)) is { } reason) problems = [.. problems, ("", reason)];
        Fields = new FormView(Input, problems, IsBegun);
        if (Revision != Assignment.Revision) return Stale();
        if (problems.Count > 0)
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

    // Not over what somebody else has changed: shown again over the terms of now, and taken the next time.
    private PageResult Stale()
    {
        (IsStale, Revision) = (true, Assignment.Revision);
        ModelState.Clear();
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
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
