using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Classes;
using InterviewPrep.Web.Features.Shared;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Assignments.Daily;

/// <summary>A list of 每日一练 as it was set for a class: its days, one left out, or all of them taken back.</summary>
[Authorize]
public sealed class SeriesModel(AppDb db, CurrentPerson person, SiteTime siteTime) : PageModel
{
    /// <param name="IsBegun">True where a learner has begun, so that the day stays as it is.</param>
    public sealed record Row(Guid Id, string Title, string Question, DateTimeOffset OpensAt, DateTimeOffset DueAt, bool IsBegun);

    public DailySeries Series { get; private set; } = null!;

    public string ClassName { get; private set; } = "";

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>Days that nobody has begun: they can be taken back.</summary>
    public int Untouched => Rows.Count(r => !r.IsBegun);

    /// <summary>Days that may be left out: they have not opened yet, and neither they nor a later one was begun.</summary>
    public bool MayLeaveOut(Row row) => row.OpensAt > siteTime.Now && Rows.SkipWhile(r => r.Id != row.Id).All(r => !r.IsBegun);

    public async Task<IActionResult> OnGetAsync(Guid id, Guid seriesId, CancellationToken ct) => await LoadAsync(id, seriesId, ct) ? Page() : NotFound();

    /// <summary>Leaves a day out: its question and those after it move on.</summary>
    public async Task<IActionResult> OnPostLeaveOutAsync(Guid id, Guid seriesId, Guid day, CancellationToken ct)
    {
        if (!await LoadAsync(id, seriesId, ct) || Rows.FirstOrDefault(r => r.Id == day) is not { } row) return NotFound();
        if (!MayLeaveOut(row)) return this.Refuse("这天已经开放，或者后面已有人开始，不能再空出来。");
        var ids = Rows.SkipWhile(r => r.Id != day).Select(r => r.Id).ToList();
        Series.LeaveOut(await db.Assignments.Where(a => ids.Contains(a.Id)).OrderBy(a => a.OpensAt).ToListAsync(ct), siteTime.Zone, siteTime.Now);
        await db.SaveChangesAsync(ct);
        return Redirect($"/classes/{id}/daily/{seriesId}");
    }

    /// <summary>Takes back every day that nobody has begun.</summary>
    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, Guid seriesId, CancellationToken ct)
    {
        if (!await LoadAsync(id, seriesId, ct)) return NotFound();
        await db.Assignments.Where(a => a.SeriesId == seriesId && !db.Attempts.Any(t => t.AssignmentId == a.Id)).ExecuteDeleteAsync(ct);
        if (await db.Assignments.AnyAsync(a => a.SeriesId == seriesId, ct)) return Redirect($"/classes/{id}/daily/{seriesId}");
        await db.DailySeries.Where(s => s.Id == seriesId).ExecuteDeleteAsync(ct);
        return Redirect($"/classes/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, Guid seriesId, CancellationToken ct)
    {
        if (await db.Classes.TaughtBy(person.Id).Where(c => c.Id == id).Select(c => c.Name).SingleOrDefaultAsync(ct) is not { } name
            || await db.DailySeries.AsNoTracking().SingleOrDefaultAsync(s => s.Id == seriesId && s.ClassId == id, ct) is not { } series) return false;
        (Series, ClassName) = (series, name);
        Rows = await db.Assignments.AsNoTracking().Where(a => a.SeriesId == seriesId).OrderBy(a => a.OpensAt)
            .Select(a => new Row(a.Id, a.Title, a.Questions.Select(q => q.Question.Title).First(), a.OpensAt, a.DueAt, db.Attempts.Any(t => t.AssignmentId == a.Id))).ToListAsync(ct);
        return true;
    }
}
