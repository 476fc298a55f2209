using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts.Audit;
using InterviewPrep.Web.Features.Accounts.SignIn;
using InterviewPrep.Web.Features.Accounts.SignIn.Sessions;
using InterviewPrep.Web.Features.Accounts.SignIn.Throttle;
using InterviewPrep.Web.Features.Shared;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>Making an account: a user name and a password, and an invitation where the site asks for one.</summary>
[AllowAnonymous]
public sealed class RegisterModel(AppDb db, NewAccount accounts, SessionIssuer sessions, SignInThrottle throttle, CodeThrottle codes, AuditLog audit, TimeProvider time) : PageModel
{
    public string Name { get; private set; } = "";

    public string Code { get; private set; } = "";

    public Registration Rule { get; private set; }

    public async Task OnGetAsync(CancellationToken ct) => Rule = await db.RegistrationAsync(ct);

    public async Task<IActionResult> OnPostAsync(string? name, string? password, string? code, CancellationToken ct)
    {
        (Name, Code, Rule) = (name?.Trim() ?? "", code ?? "", await db.RegistrationAsync(ct));
        if (Rule == Registration.Nobody) return NotFound();
        var address = ClientAddress.Network(HttpContext);
        if (throttle.WaitForNew(address) is { Ticks: > 0 } wait) return TooMany(wait);
        if (Rule == Registration.Invitation && codes.Wait(address, null) is { Ticks: > 0 } codeWait) return TooMany(codeWait);
        if (Rule == Registration.Invitation && await UseInvitationAsync(address, ct) is { } refused) return refused;
        var (user, problem) = await accounts.MakeAsync(new NewAccount.Order(Name, Name, password ?? "", [Roles.Learner]), ct);
        if (user is null) return this.Refuse(problem!);
        throttle.Registered(address);
        await audit.WriteAsync(AuditEvents.Registered, actor: user.Id, ct: ct);
        await sessions.SignInAsync(user, AuthenticationMethod.Registration, shared: false, ct);
        return Redirect("/account/recovery-codes?registered=true");
    }

    // The use is saved together with the account, so a refused name uses nothing up.
    private async Task<PageResult?> UseInvitationAsync(string address, CancellationToken ct)
    {
        var typed = Invitation.Normal(Code);
        var invitation = await db.Invitations.SingleOrDefaultAsync(i => i.Code == typed, ct);
        if (invitation?.IsOpen(time.GetUtcNow()) != true)
        {
            var isTooMuch = codes.Failed(address, null) > TimeSpan.Zero;
            return this.Refuse("邀请码不对，或者已经用完、过期了。请找给您邀请码的人核对。", isTooMuch ? StatusCodes.Status429TooManyRequests : null);
        }
        invitation.Use();
        return null;
    }

    private PageResult TooMany(TimeSpan wait) => this.Refuse($"试得太多了，请 {TryWait.Say(wait)}后再试。", StatusCodes.Status429TooManyRequests);
}
