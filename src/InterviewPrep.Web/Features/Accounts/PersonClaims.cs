using System.Globalization;
using System.Security.Claims;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts.SignIn.Passkeys;
using InterviewPrep.Web.Features.Accounts.SignIn.Sessions;
using Microsoft.AspNetCore.Identity;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>What a signed-in request knows of its person; read from the store with every request, so a change counts from the next one.</summary>
public static class PersonClaims
{
    private const string Session = "session", Impersonator = "looker", Confirmed = "confirmed", MustChange = "must-change", NeedsPasskey = "needs-passkey", SpeakingRate = "pace";

    /// <param name="subject">Whose pages are shown: the account itself, or the learner as whom it looks.</param>
    /// <param name="needsPasskey">See <see cref="StaffPasskeys"/>.</param>
    public static ClaimsPrincipal Principal(AccountSession session, AppUser subject, IEnumerable<string> roles, bool needsPasskey, DateTimeOffset now)
    {
        var identity = new ClaimsIdentity(IdentityConstants.ApplicationScheme, ClaimTypes.Name, ClaimTypes.Role);
        void Add(string type, string value) => identity.AddClaim(new Claim(type, value));

        Add(ClaimTypes.NameIdentifier, subject.Id.ToString());
        Add(ClaimTypes.Name, subject.DisplayName.Length > 0 ? subject.DisplayName : subject.UserName!);
        Add(Session, session.Id.ToString());
        if (subject.Id != session.UserId) Add(Impersonator, session.UserId.ToString());
        if (session.IsRecent(now)) Add(Confirmed, "");
        if (subject.InitialPasswordUntil is not null && session.Method == AuthenticationMethod.Password) Add(MustChange, "");
        if (needsPasskey) Add(NeedsPasskey, "");
        if (subject.SpeakingRate is { } pace) Add(SpeakingRate, pace.ToString(CultureInfo.InvariantCulture));
        foreach (var role in roles) Add(ClaimTypes.Role, role);
        return new ClaimsPrincipal(identity);
    }

    /// <summary>The account that acts: while somebody looks as a learner, the one who looks. Null for a visitor.</summary>
    public static Guid? ImpersonatorOrSelfId(this ClaimsPrincipal user) => Read(user, Impersonator) ?? Read(user, ClaimTypes.NameIdentifier);

    public static Guid? SessionId(this ClaimsPrincipal user) => Read(user, Session);

    /// <summary>Somebody else looks at the site as this learner; nothing may change.</summary>
    public static bool IsImpersonating(this ClaimsPrincipal user) => user.HasClaim(c => c.Type == Impersonator);

    /// <summary>The learner as whom somebody looks; null for the one that stands for any newcomer.</summary>
    public static Guid? ImpersonatedId(this ClaimsPrincipal user) => user.IsImpersonating() && Read(user, ClaimTypes.NameIdentifier) is { } id && id != Guid.Empty ? id : null;

    /// <summary>The person proved who they are a short while ago.</summary>
    public static bool IsConfirmed(this ClaimsPrincipal user) => user.HasClaim(c => c.Type == Confirmed);

    /// <summary>The person came in with a password that was made for them and must choose one first.</summary>
    public static bool MustChangePassword(this ClaimsPrincipal user) => user.HasClaim(c => c.Type == MustChange);

    /// <summary>The person came in without the passkey that the site wants of them, and must add one first.</summary>
    public static bool MustAddPasskey(this ClaimsPrincipal user) => user.HasClaim(c => c.Type == NeedsPasskey);

    /// <summary>Own pace in 字 per minute, or null.</summary>
    public static int? OwnSpeakingRate(this ClaimsPrincipal user) => int.TryParse(user.FindFirstValue(SpeakingRate), CultureInfo.InvariantCulture, out var pace) ? pace : null;

    private static Guid? Read(ClaimsPrincipal user, string type) => Guid.TryParse(user.FindFirstValue(type), out var id) ? id : null;
}
