using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts.Audit;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Accounts.SignIn.Sessions;

/// <summary>Where the person is signed in; each of it can be ended, or all at once.</summary>
[Authorize]
[ConfirmedRecently]
public sealed class SessionsModel(AppDb db, AuditLog audit, TimeProvider time) : PageModel
{
    public IReadOnlyList<AccountSession> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var mine = await db.AccountSessions.AsNoTracking().Where(s => s.UserId == User.ImpersonatorOrSelfId()).OrderByDescending(s => s.SeenAt).ToListAsync(ct);
        Rows = [.. mine.Where(s => s.IsAlive(now))];
    }

    /// <summary>Ends one session, or with none named all others.</summary>
    public async Task<IActionResult> OnPostAsync(Guid? id, CancellationToken ct)
    {
        var others = db.AccountSessions.Where(s => s.UserId == User.ImpersonatorOrSelfId() && s.Id != User.SessionId());
        if (await others.Where(s => id == null || s.Id == id).ExecuteDeleteAsync(ct) > 0) await audit.WriteAsync(AuditEvents.SessionsEnded, ct: ct);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEverywhereAsync(CancellationToken ct)
    {
        await audit.WriteAsync(AuditEvents.SessionsEnded, ct: ct);
        await db.AccountSessions.Where(s => s.UserId == User.ImpersonatorOrSelfId()).ExecuteDeleteAsync(ct);
        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        return Redirect("/account/sign-in");
    }
}
