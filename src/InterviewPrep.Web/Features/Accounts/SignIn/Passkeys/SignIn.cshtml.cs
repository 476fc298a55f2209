using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts.Audit;
using InterviewPrep.Web.Features.Accounts.SignIn.Sessions;
using InterviewPrep.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewPrep.Web.Features.Accounts.SignIn.Passkeys;

/// <summary>Signing in by passkey: the script of the sign-in page asks for a challenge and brings the answer.</summary>
[AllowAnonymous]
public sealed class SignInModel(SignInManager<AppUser> signIn, PasskeyVerifier passkeys, SessionIssuer sessions, AuditLog audit) : PageModel
{
    public string? ReturnUrl { get; private set; }

    public IActionResult OnGet() => Redirect("/account/sign-in");

    public async Task<IActionResult> OnPostOptionsAsync() => Content(await signIn.MakePasskeyRequestOptionsAsync(null!), "application/json");

    public async Task<IActionResult> OnPostAsync(string? credential, string? returnUrl, CancellationToken ct)
    {
        ReturnUrl = Url.Safe(returnUrl);
        if (await passkeys.VerifyAssertionAsync(credential) is { } user)
            return await sessions.SignInAsync(user, AuthenticationMethod.Passkey, shared: false, ct) is { } problem ? this.Refuse(problem) : Redirect(ReturnUrl);
        await audit.WriteAsync(AuditEvents.SignInFailed, detail: nameof(AuthenticationMethod.Passkey), ct: ct);
        return this.Refuse("这把通行密钥没有通过，请再试一次，或改用密码登录。");
    }
}
