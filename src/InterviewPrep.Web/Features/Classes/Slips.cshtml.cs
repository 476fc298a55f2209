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
public sealed class SlipsModel(AppDb db, CurrentPerson person, SlipRuns runs) : PageModel
{
    /// <param name="Waiting">Lines of the roster without an account.</param>
    /// <param name="Unused">Learners with a password that was made for them and that they have not replaced.</param>
    public sealed record Counts(string ClassName, int Waiting, int Unused, bool HasRoster);

    public Guid Id { get; private set; }

    public Counts Class { get; private set; } = null!;

    /// <summary>What is made or was made a short while ago; null where there is nothing of it.</summary>
    public SlipRun? Run { get; private set; }

    public bool IsOwnRun => Run?.Teacher == person.Id;

    public string Address => Request.Origin();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        // Works without scripts too.
        if (Run is { Work.IsCompleted: false }) Response.Headers.Append("Refresh", "2");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        if (Class.Waiting > 0) await runs.StartAsync(id, person.Id!.Value, Class.Waiting, isAgain: false);
        return Redirect($"/classes/{id}/slips");
    }

    /// <summary>New passwords for all who have never signed in.</summary>
    public async Task<IActionResult> OnPostAgainAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        if (!User.IsConfirmed()) return Redirect($"/account/confirm?returnUrl=/classes/{id}/slips");
        if (Class.Unused > 0) await runs.StartAsync(id, person.Id!.Value, Class.Unused, isAgain: true);
        return Redirect($"/classes/{id}/slips");
    }

    /// <summary>The slips are printed and need not be shown again.</summary>
    public async Task<IActionResult> OnPostPrintedAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        if (IsOwnRun) runs.Forget(id);
        return Redirect($"/classes/{id}/slips");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        var found = await db.Classes.TaughtBy(person.Id).Open().Where(c => c.Id == id)
            .Select(c => new { c.Name, Waiting = c.Roster.Count(r => r.UserId == null && r.LeftAt == null), HasRoster = c.Roster.Any(r => r.LeftAt == null) }).SingleOrDefaultAsync(ct);
        if (found is null) return false;
        (Id, Run) = (id, runs.Of(id));
        Class = new(found.Name, found.Waiting, await RosterAccounts.NeverSignedIn(db, id, person.Id).CountAsync(ct), found.HasRoster);
        return true;
    }
}
