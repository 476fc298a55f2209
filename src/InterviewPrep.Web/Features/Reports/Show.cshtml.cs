using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Accounts.Audit;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Assignments.Manage;
using InterviewPrep.Web.Features.Shared;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace InterviewPrep.Web.Features.Reports;

/// <summary>How an assignment went, and the one place where its marks are released or taken back.</summary>
[Authorize(Policy = Policies.Marker)]
public sealed class ShowModel(AppDb db, CurrentPerson person, AssignmentTabQuery tabs, StatisticsReader statistics, AttemptCloser closer, SiteTime siteTime, AuditLog audit, TimeProvider time) : AssignmentPage(db, person, tabs)
{
    /// <summary>Null while the first statistics of a large class are computed.</summary>
    public AssignmentStatistics? Statistics { get; private set; }

    /// <summary>False while newer statistics are computed in the background.</summary>
    public bool IsCurrent { get; private set; }

    /// <summary>By question; as of now, however old the statistics are.</summary>
    public IReadOnlyDictionary<Guid, AnswerCount> Counts { get; private set; } = null!;

    /// <summary>What the field for the closing date holds.</summary>
    public string AppealsUntil { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(toManage: false, ct)) return NotFound();
        await closer.CloseAsync(AssignmentId, ct);
        Counts = await statistics.CountAsync(AssignmentId, ct);
        (Statistics, IsCurrent) = await statistics.ReadOrLastAsync(Assignment, Counts.Values.Sum(c => c.All), ct);
        Statistics = await statistics.ShownToAsync(Statistics, Assignment, Me, ct);
        AppealsUntil = TypedTime.Write(Assignment.Release?.AppealsUntil ?? time.GetUtcNow() + Release.UsualAppealTime, siteTime.Zone);
        return Page();
    }

    public async Task<IActionResult> OnPostReleaseAsync(string? appealsUntil, CancellationToken ct)
    {
        if (!await LoadAsync(toManage: true, ct)) return NotFound();
        var now = time.GetUtcNow();
        var (until, problem) = TypedTime.Read(appealsUntil, "申请复核的截止时间", siteTime.Zone);
        if (until <= now) problem = "申请复核的截止时间要晚于现在。";
        if (problem is not null)
        {
            await OnGetAsync(ct);
            return this.Refuse(problem);
        }
        if (Assignment.ReleaseMarks(until!.Value, Me, now) is { } line)
        {
            Db.Add(line);
            audit.Add(AuditEvents.Released, detail: Assignment.Title);
        }
        else Assignment.Release!.KeepAppealsOpenUntil(until!.Value);
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
