using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Shared;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Assignments.Manage;

/// <summary>退回重做: gives a learner's last hand-in back with a reason and a new deadline.</summary>
[Authorize(Policy = Policies.Teacher)]
public sealed class ReturnModel(AppDb db, CurrentPerson person, AssignmentTabQuery tabs, AttemptCloser closer, GivingBack givingBack, SiteTime siteTime) : AssignmentPage(db, person, tabs)
{
    public sealed record Row(Attempt Attempt, LearnerName Learner);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>What the field for the new deadline holds where nothing was typed.</summary>
    public string DueAt => TypedTime.Write(siteTime.Now + AttemptReturn.UsualTime, siteTime.Zone);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(toManage: true, ct)) return NotFound();
        await closer.CloseAsync(AssignmentId, ct);
        var names = await LearnerNamesAsync(ct);
        Rows = [.. (await Db.Returnable(AssignmentId).AsNoTracking().Include(a => a.Returned).ToListAsync(ct)).Select(a => new Row(a, names.Of(a.LearnerId))).OrderBy(r => r.Learner.SortKey, StringComparer.Ordinal)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid attempt, string? reason, string? dueAt, CancellationToken ct)
    {
        if (!await LoadAsync(toManage: true, ct)) return NotFound();
        if (await Db.Returnable(AssignmentId).Include(a => a.Returned).SingleOrDefaultAsync(a => a.Id == attempt, ct) is not { } found) return NotFound();
        if (await givingBack.RunAsync(Assignment, found, reason, dueAt, Me, ct) is not { } problem) return Redirect(Address + "/redo");
        await OnGetAsync(ct);
        return this.Refuse(problem);
    }
}
