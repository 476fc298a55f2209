using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Accounts.SignIn.Sessions;

/// <summary>How somebody proved who they are.</summary>
public enum AuthenticationMethod
{
    Password,
    Passkey,

    /// <summary>The school's own sign-in (OpenID Connect).</summary>
    External,

    /// <summary>Just made the account.</summary>
    Registration,
}

/// <summary>
/// A signed-in browser. The cookie only names the row, so that a session ends for every copy of the cookie when the row goes;
/// what the person may do is read anew with every request.
/// </summary>
public sealed class AccountSession
{
    /// <summary>How long a session lasts unused, and at most. Whoever sees other people's work signs in more often.</summary>
    public static readonly TimeSpan
        LearnerIdle = TimeSpan.FromDays(14), LearnerWhole = TimeSpan.FromDays(60),
        StaffIdle = TimeSpan.FromHours(12), StaffWhole = TimeSpan.FromDays(7),
        SharedIdle = TimeSpan.FromHours(2);

    /// <summary>How long a proof of identity is good enough for changing how one signs in, and the like.</summary>
    public static readonly TimeSpan Recent = TimeSpan.FromMinutes(15);

    /// <summary>How long one looks as a learner before it ends by itself.</summary>
    public static readonly TimeSpan LongestImpersonation = TimeSpan.FromMinutes(30);

    /// <summary>Use is noted no more often than this.</summary>
    public static readonly TimeSpan UseRecordedEvery = TimeSpan.FromMinutes(5);

    public const int LongestAgent = 200;

    private AccountSession()
    {
    }

    public AccountSession(Guid userId, string keyHash, string stamp, AuthenticationMethod method, TimeSpan idle, TimeSpan whole, string address, string agent, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7();
        (UserId, KeyHash, SecurityStamp, Method, Idle, Address) = (userId, keyHash, stamp, method, idle, address);
        Agent = Excerpt.Start(agent, LongestAgent);
        StartedAt = SeenAt = ConfirmedAt = now;
        EndsAt = now + whole;
    }

    public Guid Id { get; private set; }

    public Guid UserId { get; private set; }

    /// <summary>SHA-256 of the key that the cookie holds; who reads the database cannot make the cookie from it.</summary>
    public string KeyHash { get; private set; } = "";

    /// <summary>Security stamp of the account when the session began; another stamp ends it.</summary>
    public string SecurityStamp { get; private set; } = "";

    public AuthenticationMethod Method { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset SeenAt { get; private set; }

    /// <summary>When the person last proved who they are.</summary>
    public DateTimeOffset ConfirmedAt { get; private set; }

    public TimeSpan Idle { get; private set; }

    public DateTimeOffset EndsAt { get; private set; }

    public string Address { get; private set; } = "";

    /// <summary>What the browser says of itself.</summary>
    public string Agent { get; private set; } = "";

    /// <summary>The learner as whom one looks at the site; null for the session's own person.</summary>
    public Guid? ImpersonatedId { get; private set; }

    public DateTimeOffset? ImpersonatedUntil { get; private set; }

    public bool IsAlive(DateTimeOffset now) => now < EndsAt && now < SeenAt + Idle;

    public bool IsRecent(DateTimeOffset now) => now < ConfirmedAt + Recent;

    public bool IsImpersonating(DateTimeOffset now) => ImpersonatedId is not null && now < ImpersonatedUntil;

    /// <summary>Notes that the session is in use.</summary>
    /// <returns>True where that is worth saving.</returns>
    public bool RecordUse(DateTimeOffset now)
    {
        if (now - SeenAt < UseRecordedEvery) return false;
        SeenAt = now;
        return true;
    }

    public void Confirm(DateTimeOffset now) => ConfirmedAt = now;

    /// <summary>Follows a new stamp of the account: this session goes on, the others end.</summary>
    public void FollowSecurityStamp(string stamp) => SecurityStamp = stamp;

    public void Impersonate(Guid learner, DateTimeOffset now) => (ImpersonatedId, ImpersonatedUntil) = (learner, now + LongestImpersonation);

    public void StopImpersonating() => (ImpersonatedId, ImpersonatedUntil) = (null, null);
}
