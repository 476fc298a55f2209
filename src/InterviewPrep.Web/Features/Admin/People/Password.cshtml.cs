using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Accounts.Audit;
using InterviewPrep.Web.Features.Accounts.SignIn;
using InterviewPrep.Web.Features.Accounts.SignIn.Passkeys;
using InterviewPrep.Web.Features.Accounts.SignIn.Password;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Admin.People;

/// <summary>Making somebody a new password, to be handed over on a slip that is shown once.</summary>
[Authorize(Policy = Policies.Administrator)]
[ConfirmedRecently]
public sealed class PasswordModel(AppDb db, Passwords passwords, StaffPasskeys staffPasskeys, AuditLog audit, TimeProvider time) : PageModel
{
    public AppUser Person { get; private set; } = null!;

    public LoginSlip? Slip { get; private set; }

    /// <summary>The person must come in by passkey, and the slip is for who has lost the device.</summary>
    public bool ForgetsPasskeys { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await db.Users.SingleOrDefaultAsync(u => u.Id == id, ct) is not { } person) return NotFound();
        Person = person;
        ForgetsPasskeys = await staffPasskeys.AreAskedOfAsync(person, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (await db.Users.SingleOrDefaultAsync(u => u.Id == id, ct) is not { } person) return NotFound();
        Person = person;
        audit.Add(AuditEvents.PasswordIssued, subject: id);
        Slip = LoginSlip.For(person, await passwords.IssueAsync(person, time.GetUtcNow(), ct));
        return Page();
    }
}
