using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Assignments.Calendar;

/// <summary>The secret address of one's calendar: made, made anew, taken away. It is shown once.</summary>
[Authorize]
public sealed class IndexModel(AppDb db, CurrentPerson person, TimeProvider time) : PageModel
{
    public DateTimeOffset? Since { get; private set; }

    /// <summary>Only right after it was made.</summary>
    public string? Address { get; private set; }

    public async Task OnGetAsync(CancellationToken ct) => Since = (await FindAsync(ct))?.CreatedAt;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var feed = await FindAsync(ct) ?? db.Add(new CalendarFeed(person.Id!.Value, "", now)).Entity;
        var key = feed.Renew(now);
        await db.SaveChangesAsync(ct);
        (Address, Since) = ($"{Request.Origin()}/calendar/{key}.ics", now);
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is { } feed) db.Remove(feed);
        await db.SaveChangesAsync(ct);
        return Redirect("/assignments/calendar");
    }

    private Task<CalendarFeed?> FindAsync(CancellationToken ct) => db.CalendarFeeds.SingleOrDefaultAsync(f => f.UserId == person.Id, ct);
}
