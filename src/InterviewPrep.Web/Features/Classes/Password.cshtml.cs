using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Accounts.Audit;
using InterviewPrep.Web.Features.Accounts.SignIn;
using InterviewPrep.Web.Features.Accounts.SignIn.Password;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Classes;

/// <summary>A new password for a learner of one's own class who has forgotten theirs, on a slip that is shown once.</summary>
[Authorize]
[ConfirmedRecently]
public sealed class PasswordModel(AppDb db, CurrentPerson person, Passwords passwords, AuditLog audit, TimeProvider time) : PageModel
{
    public AppUser Learner { get; private set; } = null!;

    public Guid ClassId { get; private set; }

    public LoginSlip? Slip { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid user, CancellationToken ct) => await LoadAsync(id, user, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, Guid user, CancellationToken ct)
    {
        if (!await LoadAsync(id, user, ct)) return NotFound();
        audit.Add(AuditEvents.PasswordIssued, subject: user);
        Slip = LoginSlip.For(Learner, await passwords.IssueAsync(Learner, time.GetUtcNow(), ct));
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, Guid user, CancellationToken ct)
    {
        ClassId = id;
        var isHere = await db.Classes.TaughtBy(person.Id).AnyAsync(c => c.Id == id && c.Members.Any(m => m.UserId == user && m.LeftAt == null && m.Role == ClassRole.Learner), ct);
        if (!isHere || await db.LearnersTaughtBy(person.Id).SingleOrDefaultAsync(u => u.Id == user, ct) is not { } learner) return false;
        Learner = learner;
        return true;
    }
}
