using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts.SignIn.Passkeys;
using InterviewPrep.Web.Features.Accounts.SignIn.Password;
using InterviewPrep.Web.Features.Accounts.SignIn.School;
using InterviewPrep.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InterviewPrep.Web.Features.Accounts.SignIn;

/// <summary>Asks for the password or passkey again before a sensitive change.</summary>
[Authorize]
public sealed class ConfirmModel(AppDb db, UserManager<AppUser> users, PasswordSignIn passwords, PasskeyVerifier passkeys, IOptions<ExternalLoginOptions> externalLogin, TimeProvider time) : PageModel
{
    public string? ReturnUrl { get; private set; }

    public bool HasPassword { get; private set; }

    /// <summary>The school's own sign-in, where the account is tied to it and has no password.</summary>
    public string? ExternalLoginName { get; private set; }

    public async Task OnGetAsync(string? returnUrl)
    {
        ReturnUrl = Url.Safe(returnUrl);
        var user = (await users.GetUserAsync(User))!;
        HasPassword = user.PasswordHash is not null;
        if (externalLogin.Value.IsOn && (await users.GetLoginsAsync(user)).Count > 0) ExternalLoginName = externalLogin.Value.Name;
    }

    public async Task<IActionResult> OnPostAsync(string? password, string? returnUrl, CancellationToken ct)
    {
        if (await passwords.ConfirmAsync((await users.GetUserAsync(User))!, password ?? "", ct) is { Problem: not null } refused)
        {
            await OnGetAsync(returnUrl);
            return this.Refuse(refused.Status == StatusCodes.Status200OK ? "密码不对，请再试一次。" : refused.Problem, refused.Status);
        }
        return await ConfirmAsync(returnUrl, ct);
    }

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential, string? returnUrl, CancellationToken ct)
    {
        if ((await passkeys.VerifyAssertionAsync(credential))?.Id == User.ImpersonatorOrSelfId()) return await ConfirmAsync(returnUrl, ct);
        await OnGetAsync(returnUrl);
        return this.Refuse("这把通行密钥没有通过，请再试一次。");
    }

    private async Task<IActionResult> ConfirmAsync(string? returnUrl, CancellationToken ct)
    {
        (await db.AccountSessions.SingleAsync(s => s.Id == User.SessionId(), ct)).Confirm(time.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Redirect(Url.Safe(returnUrl));
    }
}
