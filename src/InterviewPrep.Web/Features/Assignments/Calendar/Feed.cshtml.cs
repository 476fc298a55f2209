using System.Text;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Site;
using InterviewPrep.Web.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InterviewPrep.Web.Features.Assignments.Calendar;

/// <summary>Somebody's deadlines for a calendar program, which cannot sign in: who knows the address may read, so it shows titles and times only.</summary>
[AllowAnonymous]
public sealed class FeedModel(AppDb db, IOptions<SiteOptions> site, TimeProvider time) : PageModel
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(60);

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken ct)
    {
        var hash = Sha256.Hex(RandomCodes.Normal(key, CalendarFeed.KeyLength));
        if (await db.CalendarFeeds.AsNoTracking().Where(f => f.KeyHash == hash).Select(f => (Guid?)f.UserId).SingleOrDefaultAsync(ct) is not { } user) return NotFound();
        var (now, since) = (time.GetUtcNow(), time.GetUtcNow() - Kept);
        var own = await db.Assignments.AsNoTracking().Include(a => a.Class).Include(a => a.Extensions.Where(e => e.LearnerId == user)).SetFor(user).Where(a => a.DueAt > since).OrderBy(a => a.DueAt).Take(500).ToListAsync(ct);
        var taught = await db.Assignments.AsNoTracking().Include(a => a.Class).MarkedBy(user).Where(a => a.DueAt > since && a.Class.Archive == null).OrderBy(a => a.DueAt).Take(500).ToListAsync(ct);
        var root = Request.Origin();
        CalendarEntry Entry(Assignment a, DateTimeOffset due, string title, string path) =>
            new($"{a.Id}@interviewprep", title, $"{a.Class.Name}{(a.Pace == Pace.Timed ? $"，限时 {a.Minutes} 分钟" : "")}", root + path, due, a.CreatedAt);
        var entries = own.Select(a => Entry(a, a.DeadlinesFor(a.Extensions.FirstOrDefault()).DueAt, $"作业截止：{a.Title}", $"/assignments/{a.Id}"))
            .Concat(taught.Select(a => Entry(a, a.DueAt, $"收作业：{a.Title}", $"/classes/{a.ClassId}/assignments/{a.Id}")));
        return Content(CalendarText.Write(site.Value.Name, entries, now), "text/calendar; charset=utf-8", Encoding.UTF8);
    }
}
