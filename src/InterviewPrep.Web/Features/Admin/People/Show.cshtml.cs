using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Accounts.Audit;
using InterviewPrep.Web.Features.Accounts.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Admin.People;

/// <summary>One account: its roles and its lock. Administrators cannot remove their own role or lock themselves.</summary>
[Authorize(Policy = Policies.Administrator)]
[ConfirmedRecently]
public sealed class ShowModel(AppDb db, UserManager<AppUser> users, AuditLog audit, TimeProvider time) : PageModel
{
    /// <summary>Roles that are given and taken here; everybody is a learner.</summary>
    private static readonly IReadOnlyList<string> Given = [Roles.Teacher, Roles.Assistant, Roles.Administrator];

    /// <summary>For good, until somebody unlocks it; a date that both engines can keep.</summary>
    private const int LockedYears = 500;

    public IReadOnlyList<string> GivenRoles => Given;

    public AppUser Person { get; private set; } = null!;

    public IReadOnlyList<string> Held { get; private set; } = [];

    public int Sessions { get; private set; }

    public bool IsOneself => Person.Id == User.ImpersonatorOrSelfId();

    public bool IsLocked => Person.IsLocked(time.GetUtcNow());

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostRolesAsync(Guid id, string[] roles, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        var wanted = Given.Where(r => roles.Contains(r) || (r == Roles.Administrator && IsOneself)).ToList();
        var held = Given.Where(Held.Contains).ToList();
        audit.Add(AuditEvents.RolesChanged, subject: id, detail: string.Join('、', wanted.Select(Roles.Name)));
        await users.RemoveFromRolesAsync(Person, held.Except(wanted));
        await users.AddToRolesAsync(Person, wanted.Except(held));
        await db.SaveChangesAsync(ct);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostLockAsync(Guid id, bool locked, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct) || IsOneself) return NotFound();
        audit.Add(locked ? AuditEvents.Locked : AuditEvents.Unlocked, subject: id);
        Person.LockoutEnabled = true;
        Person.LockoutEnd = locked ? time.GetUtcNow().AddYears(LockedYears) : null;
        if (locked) await db.AccountSessions.Where(s => s.UserId == id).ExecuteDeleteAsync(ct);
        await users.UpdateAsync(Person);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        audit.Add(AuditEvents.SessionsEnded, subject: id);
        await db.AccountSessions.Where(s => s.UserId == id).ExecuteDeleteAsync(ct);
        await db.SaveChangesAsync(ct);
        return RedirectToPage();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await db.Users.SingleOrDefaultAsync(u => u.Id == id, ct) is not { } person) return false;
        (Person, Held) = (person, await db.RolesOf(id).ToListAsync(ct));
        Sessions = await db.AccountSessions.CountAsync(s => s.UserId == id && s.EndsAt > time.GetUtcNow(), ct);
        return true;
    }
}
