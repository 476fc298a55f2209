namespace InterviewPrep.Web.Features.Accounts.SignIn.Throttle;

/// <summary>
/// Slows guessing of codes down, of classes and of invitations. Who is signed in is counted by account, so that wrong codes of others
/// behind the same address do not slow them down; visitors are counted by address, and their right code gets in beyond the limit too.
/// </summary>
public sealed class CodeThrottle(TimeProvider time)
{
    public static readonly TryLimit
        ByAddress = new(30, TimeSpan.FromMinutes(10)),
        ByAccount = new(10, TimeSpan.FromMinutes(10));

    /// <summary>Wrong codes of visitors of one address after which the next try comes only after <see cref="SignInThrottle.Pause"/>.</summary>
    public const int MostByAddress = 90;

    private readonly TryCounts counts = new(time);

    /// <summary>How long the next try must wait; zero where it may be made.</summary>
    public TimeSpan Wait(string address, Guid? account)
    {
        if (account is not null) return counts.Wait($"{account}", ByAccount);
        if (counts.Tries(address) < MostByAddress) return TimeSpan.Zero;
        var left = SignInThrottle.Pause - counts.SinceLast(address);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    /// <summary>Counts a wrong code.</summary>
    /// <returns>How long to wait with the next one, where there were too many; else zero.</returns>
    public TimeSpan Failed(string address, Guid? account)
    {
        if (account is not null)
        {
            counts.Add($"{account}", ByAccount);
            return TimeSpan.Zero;
        }
        return counts.Add(address, ByAddress) > ByAddress.Tries ? counts.Wait(address, ByAddress) : TimeSpan.Zero;
    }
}
