using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Classes;

/// <summary>Login slips to print and cut: accounts are made for the roster, and their passwords are on the paper only.</summary>
[Authorize]
public sealed class SlipsModel(AppDb db, CurrentPerson person, RosterAccounts accounts) : PageModel
{
    public SchoolClass Class { get; private set; } = null!;

    /// <summary>How many lines of the roster have no account.</summary>
    public int Waiting { get; private set; }

    /// <summary>Null before they were made.</summary>
    public IReadOnlyList<RosterAccounts.Slip>? Made { get; private set; }

    public string Address => Request.Origin();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        Made = await accounts.MakeAsync(Class, ct);
        Waiting = Class.Roster.Count(r => r.UserId is null && r.LeftAt is null);
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        var schoolClass = await db.Classes.Include(c => c.Members).Include(c => c.Roster).AsSplitQuery().TaughtBy(person.Id).Open().SingleOrDefaultAsync(c => c.Id == id, ct);
        if (schoolClass is null) return false;
        Class = schoolClass;
        Waiting = Class.Roster.Count(r => r.UserId is null && r.LeftAt is null);
        return true;
    }
}
