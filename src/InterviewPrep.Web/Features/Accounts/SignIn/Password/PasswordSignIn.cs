using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts.SignIn.Sessions;
using InterviewPrep.Web.Features.Accounts.SignIn.Throttle;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Identity;

namespace InterviewPrep.Web.Features.Accounts.SignIn.Password;

/// <summary>Signing in by user name and password. An unknown name, a wrong password and a slowed-down account look and take the same.</summary>
public sealed class PasswordSignIn(UserManager<AppUser> users, PasswordCheck check, TrustedDevice browser, SessionIssuer sessions, TimeProvider time, IHttpContextAccessor accessor)
{
    /// <param name="Problem">What to tell the person; null where the session has begun.</param>
    /// <param name="Status">Status of the answer where there is a problem.</param>
    public sealed record Result(string? Problem, int Status = StatusCodes.Status200OK);

    /// <summary>Begins to check a password; <see cref="FinishAsync"/> does the rest.</summary>
    public async Task<WaitingSignIns.Entry> BeginAsync(string name, string password, bool shared, string returnUrl)
    {
        var possible = PersonalText.ValidateUserName(name.Trim()) is null;
        var user = possible ? await users.FindByNameAsync(name.Trim()) : null;
        return new(user, name, shared, returnUrl, CheckAsync(user, possible ? users.NormalizeName(name.Trim())! : "", password), time.GetUtcNow());
    }

    /// <summary>Begins the session where the password was right.</summary>
    public async Task<Result> FinishAsync(WaitingSignIns.Entry entry, CancellationToken ct) =>
        await entry.Check ?? new Result(await sessions.SignInAsync(entry.User!, AuthenticationMethod.Password, entry.IsShared, ct));

    /// <summary>Checks the password of somebody who is signed in already.</summary>
    public Task<Result?> ConfirmAsync(AppUser user, string password, CancellationToken ct) => CheckAsync(user, user.NormalizedUserName!, password).WaitAsync(ct);

    private Task<Result?> CheckAsync(AppUser? user, string account, string password)
    {
        var context = accessor.HttpContext!;
        return check.StartAsync(new PasswordCheck.Input(user, account, password, ClientAddress.Network(context), ClientAddress.Of(context), user is not null && browser.Trusts(user.Id)));
    }
}
