using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Admin;

/// <summary>The administrator's desk: figures, and what needs a look.</summary>
[Authorize(Policy = Policies.Administrator)]
public sealed class IndexModel(AppDb db, ContentStore content, TimeProvider time) : PageModel
{
    public sealed record Figures(int People, int Teachers, int Locked, int Drafts, int SignedInToday);

    public Figures Numbers { get; private set; } = null!;

    public Registration Registration { get; private set; }

    /// <summary>Version of the program, as docs/changelog.md counts.</summary>
    public string Version { get; } = typeof(IndexModel).Assembly.GetName().Version!.ToString(3);

    public int ContentProblems => content.Problems.Count;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var yesterday = now - TimeSpan.FromDays(1);
        Numbers = new Figures(
            await db.Users.CountAsync(ct),
            await db.PeopleWith(Roles.Teacher).CountAsync(ct),
            await db.Users.CountAsync(u => u.LockoutEnd > now, ct),
            await db.Drafts.CountAsync(ct),
            await db.AccountSessions.Where(s => s.SeenAt > yesterday).Select(s => s.UserId).Distinct().CountAsync(ct));
        Registration = await db.RegistrationAsync(ct);
    }
}
