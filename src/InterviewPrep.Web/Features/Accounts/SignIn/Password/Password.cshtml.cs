using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts.Audit;
using InterviewPrep.Web.Features.Accounts.SignIn.Sessions;
using InterviewPrep.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Accounts.SignIn.Password;

/// <summary>Choosing a password; every other session of the account ends.</summary>
[Authorize]
public sealed class PasswordModel(AppDb db, PasswordSignIn check, Passwords passwords, SessionIssuer sessions, AuditLog audit) : PageModel
{
    public AppUser Account { get; private set; } = null!;

    public bool HasPassword => Account.PasswordHash is not null;

    /// <summary>The person came with a login slip and can do nothing else first.</summary>
    public bool IsFirst => User.MustChangePassword();

    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Account = await db.Users.SingleAsync(u => u.Id == User.ImpersonatorOrSelfId());
        // An account without a password confirms with its passkey or the school's sign-in instead.
        if (HasPassword || User.IsConfirmed()) await next();
        else context.Result = Redirect("/account/confirm?returnUrl=/account/password");
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(string? current, string? password, CancellationToken ct)
    {
        if (HasPassword && await check.ConfirmAsync(Account, current ?? "", ct) is { Problem: not null } refused)
            return this.Refuse(refused.Status == StatusCodes.Status200OK ? "现在的密码不对，请再试一次。" : refused.Problem, refused.Status);
        var problem = HasPassword && current == password ? "新密码和现在的一样，换一个。" : passwords.Validate(password ?? "", Account);
        if (problem is not null) return this.Refuse(problem);
        var shared = await db.AccountSessions.AnyAsync(s => s.Id == User.SessionId() && s.Idle == AccountSession.SharedIdle, ct);
        audit.Add(AuditEvents.PasswordChanged);
        await passwords.SetAsync(Account, password!, ct);
        await sessions.SignInAsync(Account, AuthenticationMethod.Password, shared, ct);
        return Redirect(IsFirst ? "/" : "/account?done=password");
    }
}
