using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Classes;
using InterviewPrep.Web.Features.Drafts;
using InterviewPrep.Web.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Overview;

/// <summary>退回重做: gives a learner's last hand-in back with a reason and a new deadline.</summary>
[Authorize(Policy = Policies.Teacher)]
public sealed class RedoModel(AppDb db, CurrentPerson person, TimeUp timeUp, SiteTime siteTime, TimeProvider time) : AssignmentPage(db, person)
{
    private static readonly TimeSpan UsualTime = TimeSpan.FromDays(3);

    public sealed record Row(Attempt Attempt, Who Who);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public string? Problem { get; private set; }

    public DateTime DueAt { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(toManage: true, ct)) return NotFound();
        await timeUp.CloseAsync(AssignmentId, ct);
        var naming = await NamingAsync(ct);
        DueAt = siteTime.Local(time.GetUtcNow() + UsualTime).DateTime;
        Rows = [.. (await Last.AsNoTracking().Include(a => a.Redo).ToListAsync(ct)).Select(a => new Row(a, naming.Of(a.LearnerId))).OrderBy(r => r.Who.SortKey, StringComparer.Ordinal)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid attempt, string? reason, DateTime dueAt, CancellationToken ct)
    {
        if (!await LoadAsync(toManage: true, ct)) return NotFound();
        if (await Last.Include(a => a.Redo).SingleOrDefaultAsync(a => a.Id == attempt, ct) is not { } found) return NotFound();
        var (text, due, now) = (reason?.Trim() ?? "", WallClock.Instant(dueAt, siteTime.Zone), time.GetUtcNow());
        Problem = text.Length is 0 or > Redo.LongestReason || DraftText.FindUnkeepable(text) is not null ? $"退回要写原因，最多 {Redo.LongestReason} 个字符。"
            : !ModelState.IsValid || due <= now ? "新的截止时间要晚于现在。"
            : found.Redo is not null ? "这一份已经退回过。" : null;
        if (Problem is not null) return await OnGetAsync(ct);
        found.Return(text, due, Me, now);
        Db.Add(new ClassEvent(ClassId, AssignmentId, Me, ClassAct.ReturnedForRedo, Lot.Name(found.LotNumber), now));
        await Db.SaveChangesAsync(ct);
        return Redirect(Address + "/redo");
    }

    // Only the last one can come back: what was handed in before is history.
    private IQueryable<Attempt> Last => Db.Attempts.Where(a => a.AssignmentId == AssignmentId && a.HandedInAt != null
        && !Db.Attempts.Any(later => later.AssignmentId == AssignmentId && later.LearnerId == a.LearnerId && later.Number > a.Number));
}
