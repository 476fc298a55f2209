using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts.Audit;
using InterviewPrep.Web.Features.Accounts.SignIn.Password;
using InterviewPrep.Web.Features.Accounts.SignIn.Sessions;
using InterviewPrep.Web.Features.Accounts.SignIn.Throttle;
using InterviewPrep.Web.Features.Shared;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Accounts.SignIn.Recovery;

/// <summary>A forgotten password is set anew with a recovery code; every session of the account ends.</summary>
[AllowAnonymous]
public sealed class RecoverModel(AppDb db, UserManager<AppUser> users, Passwords passwords, SessionIssuer sessions, SignInThrottle throttle, AuditLog audit) : PageModel
{
    public string Name { get; private set; } = "";

    public string Code { get; private set; } = "";

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(string? name, string? code, string? password, CancellationToken ct)
    {
        (Name, Code) = (name?.Trim() ?? "", code ?? "");
        var possible = PersonalText.ValidateUserName(Name) is null;
        var (account, address) = (possible ? users.NormalizeName(Name)! : "", ClientAddress.Network(HttpContext));
        if (throttle.Wait(account, address, isTrusted: false) is { Ticks: > 0 } wait) return this.Refuse($"试得太多了，请 {TryWait.Say(wait)}后再试。", StatusCodes.Status429TooManyRequests);
        var user = possible ? await users.FindByNameAsync(Name) : null;
        var hash = RecoveryCode.HashOf(user?.Id ?? Guid.Empty, Code);
        if (user is null || !await db.RecoveryCodes.AnyAsync(c => c.UserId == user.Id && c.Hash == hash, ct))
        {
            throttle.Failed(account, address, isTrusted: false);
            await audit.WriteAsync(AuditEvents.SignInFailed, subject: user?.Id, ct: ct);
            return this.Refuse("用户名或恢复码不对，请再核对一遍。");
        }
        if (passwords.Validate(password ?? "", user) is { } weak) return this.Refuse(weak);
        // A code is used by one only: whoever comes second finds it gone.
        if (await db.RecoveryCodes.Where(c => c.UserId == user.Id && c.Hash == hash).ExecuteDeleteAsync(ct) == 0) return this.Refuse("这个恢复码刚刚用过了，请换一个。");
        audit.Add(AuditEvents.PasswordRecovered, subject: user.Id);
        await passwords.SetAsync(user, password!, ct);
        throttle.Succeeded(account, address, isTrusted: false);
        return await sessions.SignInAsync(user, AuthenticationMethod.Password, shared: false, ct) is { } problem ? this.Refuse(problem) : Redirect("/account?done=password");
    }
}
