using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Audit;
using InterviewPrep.Web.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Overview;

/// <summary>How an assignment went, and the one place where its marks are released or taken back.</summary>
[Authorize(Policy = Policies.Marker)]
public sealed class ShowModel(AppDb db, CurrentPerson person, Pictures pictures, TimeUp timeUp, SiteTime siteTime, AuditLog audit, TimeProvider time) : AssignmentPage(db, person)
{
    public AssignmentPicture Picture { get; private set; } = null!;

    public Presence Presence { get; private set; } = null!;

    public int OpenAppeals { get; private set; }

    public string? Problem { get; private set; }

    /// <summary>What the field for the closing date holds.</summary>
    public DateTime AppealsUntil { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(toManage: false, ct)) return NotFound();
        await timeUp.CloseAsync(AssignmentId, ct);
        Picture = await pictures.OfAsync(Assignment, ct);
        Presence = await Presence.OfAsync(Db, Assignment, ct);
        OpenAppeals = await Db.Appeals.CountAsync(a => a.Mark.Submission.AssignmentId == AssignmentId && a.AnsweredAt == null, ct);
        AppealsUntil = siteTime.Local(Assignment.Release?.AppealsUntil ?? time.GetUtcNow() + Release.UsualAppealTime).DateTime;
        return Page();
    }

    public async Task<IActionResult> OnPostReleaseAsync(DateTime appealsUntil, CancellationToken ct)
    {
        if (!await LoadAsync(toManage: true, ct)) return NotFound();
        var (until, now) = (WallClock.Instant(appealsUntil, siteTime.Zone), time.GetUtcNow());
        if (!ModelState.IsValid || until <= now)
        {
            Problem = "申请复核的截止时间要晚于现在。";
            return await OnGetAsync(ct);
        }
        if (Assignment.ReleaseMarks(until, Me, now) is { } line)
        {
            Db.Add(line);
            audit.Add(AuditEvents.Released, detail: Assignment.Title);
        }
        else Assignment.Release!.KeepAppealsOpenUntil(until);
        await Db.SaveChangesAsync(ct);
        return Redirect(Address + "/overview");
    }

    public async Task<IActionResult> OnPostTakeBackAsync(CancellationToken ct)
    {
        if (!await LoadAsync(toManage: true, ct)) return NotFound();
        if (Assignment.TakeBackRelease(Me, time.GetUtcNow()) is { } line)
        {
            Db.Add(line);
            audit.Add(AuditEvents.ReleaseTakenBack, detail: Assignment.Title);
        }
        await Db.SaveChangesAsync(ct);
        return Redirect(Address + "/overview");
    }
}
