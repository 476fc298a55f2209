using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts.Audit;
using InterviewPrep.Web.Features.Accounts.SignIn.Sessions;
using InterviewPrep.Web.Features.Accounts.SignIn.Throttle;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Identity;

namespace InterviewPrep.Web.Features.Accounts.SignIn.Password;

/// <summary>Signing in by user name and password. An unknown name, a wrong password and a slowed-down account look and take the same.</summary>
public sealed class PasswordSignIn(UserManager<AppUser> users, Passwords passwords, PasswordHashingLimit hashing, SignInThrottle throttle, TrustedDevice browser, SessionIssuer sessions, AuditLog audit, IHttpContextAccessor accessor)
{
    /// <param name="Problem">What to tell the person; null where the session has begun.</param>
    /// <param name="Status">Status of the answer where there is a problem.</param>
    public sealed record Result(string? Problem, int Status = StatusCodes.Status200OK);

    public async Task<Result> TryAsync(string name, string password, bool shared, CancellationToken ct)
    {
        var possible = PersonalText.ValidateUserName(name.Trim()) is null;
        var user = possible ? await users.FindByNameAsync(name.Trim()) : null;
        if (await CheckAsync(user, possible ? users.NormalizeName(name.Trim())! : "", password, ct) is { } problem) return problem;
        return new Result(await sessions.SignInAsync(user!, AuthenticationMethod.Password, shared, ct));
    }

    /// <summary>Checks the password of somebody who is signed in already.</summary>
    public Task<Result?> ConfirmAsync(AppUser user, string password, CancellationToken ct) => CheckAsync(user, user.NormalizedUserName!, password, ct);

    // Counting stands inside the gate, so that many tries at once are no way around it.
    private Task<Result?> CheckAsync(AppUser? user, string account, string password, CancellationToken ct) => hashing.RunAsync(async () =>
    {
        var address = ClientAddress.Network(accessor.HttpContext!);
        var isTrusted = user is not null && browser.Trusts(user.Id);
        if (throttle.Wait(account, address, isTrusted) is { Ticks: > 0 } wait)
            return new Result($"试得太多了，请 {TryWait.Say(wait)}后再试。用通行密钥登录不受影响。", StatusCodes.Status429TooManyRequests);
        if (await passwords.IsRightAsync(user, password))
        {
            throttle.Succeeded(account, address, isTrusted);
            return null;
        }
        var isLast = throttle.Failed(account, address, isTrusted);
        await audit.WriteAsync(isLast ? AuditEvents.SignInThrottled : AuditEvents.SignInFailed, subject: user?.Id, ct: ct);
        return !isTrusted && throttle.IsOverLimit(address)
            ? new Result("用户名或密码不对。这个网络上刚才错了很多次，请核对好再试；写对了马上能登录。", StatusCodes.Status429TooManyRequests)
            : new Result("用户名或密码不对，请再试一次。");
    }, ct);
}
