using System.Security.Cryptography;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.DataProtection;

namespace InterviewPrep.Web.Features.Accounts.SignIn.Throttle;

/// <summary>
/// Remembers, in a cookie, which accounts have signed in from this browser. Somebody who guesses an account's password elsewhere
/// can have guessing slowed down, but not its owner kept out of a browser that they use.
/// </summary>
public sealed class TrustedDevice(IHttpContextAccessor accessor, IDataProtectionProvider protection, PublicEndpoint endpoint)
{
    private const int MostAccounts = 8;
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(400);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("known-browser").ToTimeLimitedDataProtector();

    private HttpContext Context => accessor.HttpContext ?? throw new InvalidOperationException("There is no request.");

    public bool Trusts(Guid account) => Read().Contains(account);

    public void Remember(Guid account)
    {
        var accounts = Read().Where(a => a != account).Prepend(account).Take(MostAccounts);
        Context.Response.Cookies.Append(endpoint.Cookie("browser"), protector.Protect(string.Join(' ', accounts.Select(a => a.ToString("N"))), Lifetime), endpoint.CookieOptions(Lifetime));
    }

    private Guid[] Read()
    {
        if (!Context.Request.Cookies.TryGetValue(endpoint.Cookie("browser"), out var cookie)) return [];
        try
        {
            return [.. protector.Unprotect(cookie).Split(' ').Select(Guid.Parse)];
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return [];
        }
    }
}
