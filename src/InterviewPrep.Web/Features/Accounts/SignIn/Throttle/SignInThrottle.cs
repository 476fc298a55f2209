namespace InterviewPrep.Web.Features.Accounts.SignIn.Throttle;

/// <summary>
/// Slows guessing of passwords down. Wrong ones are counted by account and address together, by account, and by address; a browser in
/// which the account's owner has signed in before is counted by itself, so that nobody can keep them out by guessing elsewhere.
/// A whole school may stand behind one address, so an address over its limit still gets a right password in: accounts that few wrong
/// passwords were tried for are let try, and only wrong passwords use up what an address may do.
/// Nothing is locked for longer than a window, and passkeys are not counted at all.
/// </summary>
public sealed class SignInThrottle(TimeProvider time)
{
    public static readonly TryLimit
        ByAccountAndAddress = new(5, TimeSpan.FromMinutes(10)),
        ByAccount = new(30, TimeSpan.FromHours(1)),
        ByAddress = new(30, TimeSpan.FromMinutes(10)),
        ByTrustedDevice = new(10, TimeSpan.FromMinutes(10)),
        NewByAddress = new(200, TimeSpan.FromHours(1));

    /// <summary>Wrong passwords from one address within the span of <see cref="ByAddress"/> after which the next try comes only after <see cref="Pause"/>.</summary>
    public const int MostByAddress = 90;

    /// <summary>Up to so many wrong passwords for one account from one address, the next one is checked although the address is over its limit.</summary>
    public const int HonestSlips = 2;

    /// <summary>The pace of an address that got <see cref="MostByAddress"/> passwords wrong.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly TryCounts counts = new(time);

    /// <summary>How long the next try must wait; zero where it may be made.</summary>
    public TimeSpan Wait(string account, string address, bool isTrusted)
    {
        if (isTrusted) return counts.Wait(Device(account, address), ByTrustedDevice);
        var byAccount = Max(counts.Wait(Pair(account, address), ByAccountAndAddress), counts.Wait(Account(account), ByAccount));
        return Max(byAccount, WaitOfAddress(account, address));
    }

    /// <summary>Whether an address got so many passwords wrong that its wrong ones are told to slow down.</summary>
    public bool IsOverLimit(string address) => counts.Tries(Address(address)) > ByAddress.Tries;

    /// <summary>Counts a wrong try.</summary>
    /// <returns>True where it was the last one before a wait.</returns>
    public bool Failed(string account, string address, bool isTrusted)
    {
        if (isTrusted) return counts.Add(Device(account, address), ByTrustedDevice) == ByTrustedDevice.Tries;
        var isLast = counts.Add(Pair(account, address), ByAccountAndAddress) == ByAccountAndAddress.Tries;
        isLast |= counts.Add(Account(account), ByAccount) == ByAccount.Tries;
        return isLast | counts.Add(Address(address), ByAddress) == ByAddress.Tries;
    }

    /// <summary>Forgets the wrong tries of somebody who got it right in the end; those of the account and the address as a whole stay.</summary>
    public void Succeeded(string account, string address, bool isTrusted) => counts.Forget(isTrusted ? Device(account, address) : Pair(account, address));

    /// <summary>How long the next registration from an address must wait.</summary>
    public TimeSpan WaitForNew(string address) => counts.Wait($"new {address}", NewByAddress);

    /// <summary>Counts a registration.</summary>
    public void Registered(string address) => counts.Add($"new {address}", NewByAddress);

    private TimeSpan WaitOfAddress(string account, string address)
    {
        if (counts.Wait(Address(address), ByAddress) is not { Ticks: > 0 } wait) return TimeSpan.Zero;
        if (counts.Tries(Pair(account, address)) >= HonestSlips) return wait;
        return counts.Tries(Address(address)) < MostByAddress ? TimeSpan.Zero : Max(TimeSpan.Zero, Pause - counts.SinceLast(Address(address)));
    }

    private static string Device(string account, string address) => $"browser {account} {address}";

    private static string Pair(string account, string address) => $"pair {account} {address}";

    private static string Account(string account) => $"account {account}";

    private static string Address(string address) => $"address {address}";

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
