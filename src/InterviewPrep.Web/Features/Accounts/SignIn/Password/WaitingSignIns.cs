using System.Collections.Concurrent;
using System.Security.Cryptography;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Site;

namespace InterviewPrep.Web.Features.Accounts.SignIn.Password;

/// <summary>
/// Sign-ins whose password is still being checked while their browser shows that there is a queue. They live in the memory of this process;
/// the browser finds its own one by a key that only its cookie holds.
/// </summary>
public sealed class WaitingSignIns(PasswordHashingLimit hashing, PublicEndpoint endpoint, TimeProvider time)
{
    /// <summary>How long a page hangs before it becomes the one that says that there is a queue.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    /// <summary>How long a result waits for its browser.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);

    private const int KeyBytes = 16;

    /// <param name="Check">Its result is null where the password was right.</param>
    public sealed record Entry(AppUser? User, string Name, bool IsShared, string ReturnUrl, Task<PasswordSignIn.Result?> Check, DateTimeOffset Since);

    private readonly ConcurrentDictionary<string, Entry> entries = new();

    /// <summary>How many passwords wait to be checked.</summary>
    public int Waiting => hashing.Waiting;

    public void Join(HttpContext context, Entry entry)
    {
        foreach (var gone in entries.Where(e => e.Value.Since + Kept < time.GetUtcNow() && e.Value.Check.IsCompleted)) entries.TryRemove(gone);
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes));
        entries[key] = entry;
        context.Response.Cookies.Append(CookieName, key, endpoint.CookieOptions(Kept));
    }

    /// <summary>The sign-in of this browser; null where it has none.</summary>
    public Entry? Find(HttpContext context) => context.Request.Cookies[CookieName] is { } key ? entries.GetValueOrDefault(key) : null;

    /// <summary>Takes the sign-in of this browser out: a result serves once.</summary>
    public bool Leave(HttpContext context)
    {
        var isTaken = context.Request.Cookies[CookieName] is { } key && entries.TryRemove(key, out _);
        context.Response.Cookies.Delete(CookieName, endpoint.CookieOptions(null));
        return isTaken;
    }

    private string CookieName => endpoint.Cookie("queue");
}
