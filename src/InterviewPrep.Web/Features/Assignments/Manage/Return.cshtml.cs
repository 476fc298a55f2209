using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Classes;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Assignments.Manage;

/// <summary>退回重做: gives a learner's last hand-in back with a reason and a new deadline.</summary>
[Authorize(Policy = Policies.Teacher)]
public sealed class ReturnModel(AppDb db, CurrentPerson person, AssignmentTabQuery tabs, AttemptCloser closer, SiteTime siteTime, TimeProvider time) : AssignmentPage(db, person, tabs)
{
    public sealed record Row(Attempt Attempt, LearnerName Learner);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public string? Problem { get; private set; }

    public DateTime DueAt { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(toManage: true, ct)) return NotFound();
        await closer.CloseAsync(AssignmentId, ct);
        var names = await LearnerNamesAsync(ct);
        DueAt = siteTime.Local(time.GetUtcNow() + AttemptReturn.UsualTime).DateTime;
        Rows = [.. (await Db.Returnable(AssignmentId).AsNoTracking().Include(a => a.Returned).ToListAsync(ct)).Select(a => new Row(a, names.Of(a.LearnerId))).OrderBy(r => r.Learner.SortKey, StringComparer.Ordinal)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid attempt, string? reason, DateTime dueAt, CancellationToken ct)
    {
        if (!await LoadAsync(toManage: true, ct)) return NotFound();
        if (await Db.Returnable(AssignmentId).Include(a => a.Returned).SingleOrDefaultAsync(a => a.Id == attempt, ct) is not { } found) return NotFound();
        var (text, due, now) = (reason?.Trim() ?? "", WallClock.Instant(dueAt, siteTime.Zone), time.GetUtcNow());
        Problem = found.ValidateReturn(text, ModelState.IsValid ? due : now, now);
        if (Problem is not null) return await OnGetAsync(ct);
        found.Return(text, due, Me, now);
        Db.Add(new ClassEvent(ClassId, AssignmentId, Me, ClassEventKind.Returned, CandidateNumber.Format(found.CandidateNumber), now));
        try
        {
            await Db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (Db.IsUniqueViolation(e))
        {
            // The button was pressed twice: the first press has done it.
        }
        return Redirect(Address + "/redo");
    }
}
