using System.Security.Claims;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts.Audit;
using InterviewPrep.Web.Features.Accounts.SignIn.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InterviewPrep.Web.Features.Accounts.SignIn.School;

/// <summary>
/// Where somebody comes back from the school's own sign-in. Accounts are tied by issuer and subject, never by a name or an address.
/// </summary>
[AllowAnonymous]
public sealed class DoneModel(AppDb db, UserManager<AppUser> users, NewAccount accounts, SessionIssuer sessions, AuditLog audit, IOptions<ExternalLoginOptions> externalLogin, TimeProvider time) : PageModel
{
    private const int MostNames = 20;

    public string Problem { get; private set; } = "";

    public string ProviderName => externalLogin.Value.Name;

    public async Task<IActionResult> OnGetAsync(string? returnUrl, CancellationToken ct)
    {
        if (!externalLogin.Value.IsOn) return NotFound();
        var ticket = await HttpContext.AuthenticateAsync(IdentityConstants.ExternalScheme);
        if (!ticket.Succeeded || ticket.Principal.FindFirstValue("sub") is not { Length: > 0 } subject) return Refuse("没有登录成功，请再试一次。");
        await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
        var key = $"{ticket.Principal.FindFirstValue("iss")} {subject}";
        var known = await users.FindByLoginAsync(ExternalLoginSetup.Scheme, key);
        if (User.ImpersonatorOrSelfId() is { } me)
        {
            ticket.Properties.Items.TryGetValue(IndexModel.LinkItem, out var asked);
            return await LinkAsync(me, asked, known, key, Url.Safe(returnUrl), ct);
        }
        if (known is null)
        {
            known = await MakeAsync(ticket.Principal, ct);
            if (known is null) return Refuse($"这个{ProviderName}还没有和这里的账号绑定。请先用用户名登录，再到「我的账号」里绑定；没有账号就找老师或管理员开一个。");
            await users.AddLoginAsync(known, new UserLoginInfo(ExternalLoginSetup.Scheme, key, ProviderName));
        }
        return await sessions.SignInAsync(known, AuthenticationMethod.External, shared: false, ct) is { } problem ? Refuse(problem) : Redirect(Url.Safe(returnUrl));
    }

    // Signed in already: the proof counts anew for one's own account, and ties one that nobody has.
    private async Task<IActionResult> LinkAsync(Guid me, string? asked, AppUser? known, string key, string returnUrl, CancellationToken ct)
    {
        if (asked != me.ToString() || (known is not null && known.Id != me)) return Refuse($"这个{ProviderName}已经绑定了另一个账号。");
        var session = await db.AccountSessions.SingleAsync(s => s.Id == User.SessionId(), ct);
        if (known is not null)
        {
            session.Confirm(time.GetUtcNow());
            await db.SaveChangesAsync(ct);
            return Redirect(returnUrl);
        }
        if (!session.IsRecent(time.GetUtcNow())) return Redirect("/account/confirm?returnUrl=/account");
        audit.Add(AuditEvents.ExternalLoginAdded);
        await users.AddLoginAsync((await users.FindByIdAsync(me.ToString()))!, new UserLoginInfo(ExternalLoginSetup.Scheme, key, ProviderName));
        await db.SaveChangesAsync(ct);
        return Redirect("/account?done=tied");
    }

    private async Task<AppUser?> MakeAsync(ClaimsPrincipal person, CancellationToken ct)
    {
        if (!externalLogin.Value.MakesAccounts && await db.RegistrationAsync(ct) != Registration.Anyone) return null;
        var name = Usable(person.FindFirstValue("preferred_username")) ?? Usable(person.FindFirstValue("name")) ?? "学员";
        var shown = Usable(person.FindFirstValue("name")) ?? name;
        for (var i = 1; i <= MostNames; i++)
        {
            var (user, _) = await accounts.MakeAsync(new NewAccount.Order(i == 1 ? name : $"{name}{i}", shown, null, [Roles.Learner]), ct);
            if (user is null) continue;
            await audit.WriteAsync(AuditEvents.Registered, actor: user.Id, detail: nameof(AuthenticationMethod.External), ct: ct);
            return user;
        }
        return null;
    }

    private static string? Usable(string? name)
    {
        var trimmed = name?.Trim() ?? "";
        return trimmed.Length < AppUser.LongestUserName && PersonalText.ValidateUserName(trimmed) is null ? trimmed : null;
    }

    private PageResult Refuse(string problem)
    {
        Problem = problem;
        return Page();
    }
}
