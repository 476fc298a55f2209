using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts.Audit;
using InterviewPrep.Web.Features.Accounts.SignIn.Sessions;
using InterviewPrep.Web.Features.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InterviewPrep.Web.Features.Accounts.SignIn.School;

/// <summary>Where somebody comes back from the school's own sign-in; whom the school sends without a name is asked for one.</summary>
[AllowAnonymous]
public sealed class DoneModel(AppDb db, SchoolAccounts accounts, SessionIssuer sessions, AuditLog audit, IOptions<ExternalLoginOptions> externalLogin, TimeProvider time) : PageModel
{
    /// <summary>The school told no name, so the page asks for one.</summary>
    public bool AsksName { get; private set; }

    public string? ReturnUrl { get; private set; }

    public string ProviderName => externalLogin.Value.Name;

    public Task<IActionResult> OnGetAsync(string? returnUrl, bool down, CancellationToken ct) => RunAsync(null, returnUrl, down, ct);

    /// <summary>The name that was asked for.</summary>
    public Task<IActionResult> OnPostAsync(string? name, string? returnUrl, CancellationToken ct) => RunAsync(name ?? "", returnUrl, down: false, ct);

    private async Task<IActionResult> RunAsync(string? typed, string? returnUrl, bool down, CancellationToken ct)
    {
        if (!externalLogin.Value.IsOn) return NotFound();
        ReturnUrl = Url.Safe(returnUrl);
        if (down) return this.Refuse($"{ProviderName}那边现在打不开。过一会儿再试，或者先用用户名和密码登录。");
        var ticket = await HttpContext.AuthenticateAsync(IdentityConstants.ExternalScheme);
        if (SchoolAccounts.KeyOf(ticket) is not { } key) return this.Refuse("没有登录成功，请再试一次。");
        var known = await accounts.FindAsync(key);
        if (User.ImpersonatorOrSelfId() is { } me) return await LinkAsync(me, ticket, known, key, ct);
        if (known is null)
        {
            if (!await accounts.MayMakeAsync(ct)) return await RefuseAsync($"这个{ProviderName}还没有和这里的账号绑定。请先用用户名登录，再到「我的账号」里绑定；没有账号就找老师或管理员开一个。");
            if ((SchoolAccounts.NameOf(ticket.Principal!) ?? SchoolAccounts.Usable(typed)) is not { } name) return AskName(typed);
            known = await accounts.MakeAsync(ticket.Principal!, name, key, ct);
            if (known is null) return this.Refuse("账号没有建成，请再试一次。");
        }
        await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
        return await sessions.SignInAsync(known, AuthenticationMethod.External, shared: false, ct) is { } problem ? this.Refuse(problem) : Redirect(ReturnUrl);
    }

    // Already signed in: confirms the person's own account anew, or links a school account that is not linked yet.
    private async Task<IActionResult> LinkAsync(Guid me, AuthenticateResult ticket, AppUser? known, string key, CancellationToken ct)
    {
        await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
        ticket.Properties!.Items.TryGetValue(IndexModel.LinkItem, out var asked);
        if (asked != me.ToString() || (known is not null && known.Id != me)) return this.Refuse($"这个{ProviderName}已经绑定了另一个账号。");
        var session = await db.AccountSessions.SingleAsync(s => s.Id == User.SessionId(), ct);
        if (known is null && !session.IsRecent(time.GetUtcNow())) return Redirect("/account/confirm?returnUrl=/account");
        if (known is null) audit.Add(AuditEvents.ExternalLoginAdded);
        if (known is null) await accounts.TieAsync(await db.Users.SingleAsync(u => u.Id == me, ct), key);
        else session.Confirm(time.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Redirect(known is null ? "/account?done=tied" : ReturnUrl!);
    }

    private PageResult AskName(string? typed)
    {
        AsksName = true;
        if (typed is not null && PersonalText.ValidateUserName(typed.Trim()) is { } problem) return this.Refuse(problem);
        if (typed is null) accounts.WithoutName();
        return Page();
    }

    private async Task<PageResult> RefuseAsync(string problem)
    {
        await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
        return this.Refuse(problem);
    }
}
