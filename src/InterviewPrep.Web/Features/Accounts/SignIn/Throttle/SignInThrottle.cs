using System.Collections.Concurrent;

namespace InterviewPrep.Web.Features.Accounts.SignIn.Throttle;

/// <summary>
/// Slows guessing down. Wrong passwords are counted by account and address together, by account, and by address; a browser in
/// which the account's owner has signed in before is counted by itself, so that nobody can keep him out by guessing elsewhere.
/// Nothing is locked for longer than a window, and passkeys are not counted at all. Counts live in the memory of each node.
/// </summary>
public sealed class SignInThrottle(TimeProvider time)
{
    /// <summary>So many wrong tries within the span; the next one waits until the span is over.</summary>
    public sealed record Limit(int Tries, TimeSpan Span);

    public static readonly Limit
        ByAccountAndAddress = new(5, TimeSpan.FromMinutes(10)),
        ByAccount = new(30, TimeSpan.FromHours(1)),
        ByAddress = new(30, TimeSpan.FromMinutes(10)),
        ByTrustedDevice = new(10, TimeSpan.FromMinutes(10)),
        CodesByAddress = new(30, TimeSpan.FromMinutes(10)),
        CodesByAccount = new(10, TimeSpan.FromMinutes(10)),
        NewByAddress = new(200, TimeSpan.FromHours(1));

    /// <summary>Above so many counts those whose time is over are thrown out.</summary>
    private const int ManyCounts = 10_000;

    private sealed record Count(int Tries, DateTimeOffset Until);

    private readonly ConcurrentDictionary<string, Count> counts = new();

    /// <summary>How long the next try must wait; zero where it may be made.</summary>
    public TimeSpan Wait(string account, string address, bool knownBrowser) => Keys(account, address, knownBrowser).Select(k => Wait(k.Key, k.Limit)).Max();

    /// <summary>Counts a wrong try.</summary>
    /// <returns>True where it was the last one before a wait.</returns>
    public bool Failed(string account, string address, bool knownBrowser) =>
        Keys(account, address, knownBrowser).Aggregate(false, (full, key) => Add(key.Key, key.Limit) == key.Limit.Tries || full);

    /// <summary>Forgets the wrong tries of somebody who got it right in the end; those of the account and the address as a whole stay.</summary>
    public void Succeeded(string account, string address, bool knownBrowser)
    {
        foreach (var (key, limit) in Keys(account, address, knownBrowser))
        {
            if (limit == ByAccountAndAddress || limit == ByTrustedDevice) counts.TryRemove(key, out _);
        }
    }

    /// <summary>How long the next try of a code that is typed in, of a class or an invitation, must wait.</summary>
    public TimeSpan WaitForCode(string address, Guid? account) => CodeKeys(address, account).Select(k => Wait(k.Key, k.Limit)).Max();

    /// <summary>Counts a wrong code.</summary>
    public void CodeFailed(string address, Guid? account)
    {
        foreach (var (key, limit) in CodeKeys(address, account)) Add(key, limit);
    }

    /// <summary>How long the next registration from an address must wait.</summary>
    public TimeSpan WaitForNew(string address) => Wait($"new {address}", NewByAddress);

    /// <summary>Counts a registration.</summary>
    public void Registered(string address) => Add($"new {address}", NewByAddress);

    private static IEnumerable<(string Key, Limit Limit)> CodeKeys(string address, Guid? account) =>
        account is null ? [($"code {address}", CodesByAddress)] : [($"code {address}", CodesByAddress), ($"code {account}", CodesByAccount)];

    private TimeSpan Wait(string key, Limit limit)
    {
        var now = time.GetUtcNow();
        return counts.TryGetValue(key, out var count) && count.Tries >= limit.Tries && count.Until > now ? count.Until - now : TimeSpan.Zero;
    }

    private int Add(string key, Limit limit)
    {
        var now = time.GetUtcNow();
        if (counts.Count > ManyCounts)
        {
            foreach (var (old, _) in counts.Where(c => c.Value.Until <= now)) counts.TryRemove(old, out _);
        }
        return counts.AddOrUpdate(key, _ => new Count(1, now + limit.Span), (_, count) => count.Until > now ? count with { Tries = count.Tries + 1 } : new Count(1, now + limit.Span)).Tries;
    }

    private static IEnumerable<(string Key, Limit Limit)> Keys(string account, string address, bool knownBrowser) => knownBrowser
        ? [($"browser {account} {address}", ByTrustedDevice)]
        : [($"pair {account} {address}", ByAccountAndAddress), ($"account {account}", ByAccount), ($"address {address}", ByAddress)];
}
