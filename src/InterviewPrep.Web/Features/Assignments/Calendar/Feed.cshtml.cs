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
        var (now, root) = (time.GetUtcNow(), Request.Origin());
        var entries = await CalendarEntries.ReadAsync(db, user, root, now - Kept, ct);
        return Content(CalendarText.Write(site.Value.Name, entries, now), "text/calendar; charset=utf-8", Encoding.UTF8);
    }
}
