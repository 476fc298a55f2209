using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts.Audit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Accounts.Impersonation;

/// <summary>The end of looking as a learner.</summary>
[Authorize]
public sealed class StopModel(AppDb db, AuditLog audit) : PageModel
{
    public IActionResult OnGet() => Redirect("/");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!User.IsImpersonating()) return NotFound();
        (await db.AccountSessions.SingleAsync(s => s.Id == User.SessionId(), ct)).StopImpersonating();
        audit.Add(AuditEvents.ImpersonationStopped, subject: User.ImpersonatedId());
        await db.SaveChangesAsync(ct);
        return Redirect("/look-as");
    }
}
