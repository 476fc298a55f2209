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
public sealed class RedoModel(AppDb db, CurrentPerson person, AssignmentTabQuery tabs, TimeUp timeUp, SiteTime siteTime, TimeProvider time) : AssignmentPage(db, person, tabs)
{
    public sealed record Row(Attempt Attempt, Who Who);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public string? Problem { get; private set; }

    public DateTime DueAt { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(toManage: true, ct)) return NotFound();
        await timeUp.CloseAsync(AssignmentId, ct);
        var naming = await NamingAsync(ct);
        DueAt = siteTime.Local(time.GetUtcNow() + Redo.UsualTime).DateTime;
        Rows = [.. (await Db.Returnable(AssignmentId).AsNoTracking().Include(a => a.Redo).ToListAsync(ct)).Select(a => new Row(a, naming.Of(a.LearnerId))).OrderBy(r => r.Who.SortKey, StringComparer.Ordinal)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid attempt, string? reason, DateTime dueAt, CancellationToken ct)
    {
        if (!await LoadAsync(toManage: true, ct)) return NotFound();
        if (await Db.Returnable(AssignmentId).Include(a => a.Redo).SingleOrDefaultAsync(a => a.Id == attempt, ct) is not { } found) return NotFound();
        var (text, due, now) = (reason?.Trim() ?? "", WallClock.Instant(dueAt, siteTime.Zone), time.GetUtcNow());
        Problem = found.RefuseReturn(text, ModelState.IsValid ? due : now, now);
        if (Problem is not null) return await OnGetAsync(ct);
        found.Return(text, due, Me, now);
        Db.Add(new ClassEvent(ClassId, AssignmentId, Me, ClassAct.ReturnedForRedo, Lot.Name(found.LotNumber), now));
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
