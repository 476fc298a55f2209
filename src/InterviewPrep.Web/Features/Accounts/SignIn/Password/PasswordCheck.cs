using System.Diagnostics;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts.Audit;
using InterviewPrep.Web.Features.Accounts.SignIn.Throttle;

namespace InterviewPrep.Web.Features.Accounts.SignIn.Password;

/// <summary>Checks passwords, one after the other where many come at once. A check does not depend on the request that began it, so a page can ask for it again.</summary>
public sealed class PasswordCheck(IServiceScopeFactory scopes, PasswordHashingLimit hashing, SignInThrottle throttle)
{
    /// <param name="User">Null for nobody; takes as long.</param>
    /// <param name="Account">The normalized user name, as tries are counted.</param>
    /// <param name="Address">As tries are counted.</param>
    /// <param name="ShownAddress">As it stands in the audit log.</param>
    public sealed record Input(AppUser? User, string Account, string Password, string Address, string ShownAddress, bool IsTrusted);

    /// <returns>Null where the password is right.</returns>
    public Task<PasswordSignIn.Result?> StartAsync(Input input)
    {
        var trace = Activity.Current;
        // The check may outlive the request, so it must not see the request's context.
        using (ExecutionContext.SuppressFlow())
        {
            return Task.Run(() =>
            {
                Activity.Current = trace;
                // Counted inside the limit, so that parallel tries cannot bypass the throttle.
                return hashing.RunAsync(new HashingTurn(input.Address, input.IsTrusted), () => CheckAsync(input), default);
            });
        }
    }

    private async Task<PasswordSignIn.Result?> CheckAsync(Input input)
    {
        var (user, account, password, address, shown, isTrusted) = input;
        if (throttle.Wait(account, address, isTrusted) is { Ticks: > 0 } wait)
            return new PasswordSignIn.Result($"试得太多了，请 {TryWait.Say(wait)}后再试。用通行密钥登录不受影响。", StatusCodes.Status429TooManyRequests);
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<Passwords>().IsRightAsync(user, password))
        {
            throttle.Succeeded(account, address, isTrusted);
            return null;
        }
        var isLast = throttle.Failed(account, address, isTrusted);
        await scope.ServiceProvider.GetRequiredService<AuditLog>().WriteAsync(isLast ? AuditEvents.SignInThrottled : AuditEvents.SignInFailed, subject: user?.Id, address: shown);
        return !isTrusted && throttle.IsOverLimit(address)
            ? new PasswordSignIn.Result("用户名或密码不对。这个网络上刚才错了很多次，请核对好再试；写对了马上能登录。", StatusCodes.Status429TooManyRequests)
            : new PasswordSignIn.Result("用户名或密码不对，请再试一次。");
    }
}
