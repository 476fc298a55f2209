using System.Globalization;
using System.Security.Claims;
using InterviewPrep.Web.Site;
using InterviewPrep.Web.Text;
using Microsoft.AspNetCore.DataProtection;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>
/// Who is asking: an account, or a visitor known by a long-lived cookie. The id owns drafts and progress;
/// a visitor without cookie gets one with the first thing that is kept.
/// </summary>
public sealed class CurrentPerson(IHttpContextAccessor accessor, IDataProtectionProvider protection, PublicEndpoint endpoint, TimeProvider time)
{
    /// <summary>Counted from the last day on which the visitor came.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(400);

    private const char Separator = '.';

    private readonly IDataProtector protector = protection.CreateProtector("visitor");
    private Guid? issued;

    private HttpContext Context => accessor.HttpContext ?? throw new InvalidOperationException("There is no request.");

    public bool IsSignedIn => Context.User.Identity?.IsAuthenticated == true;

    /// <summary>Id of the account or visitor; null for somebody about whom nothing is kept yet.</summary>
    public Guid? Id => IsSignedIn ? Guid.Parse(Context.User.FindFirstValue(ClaimTypes.NameIdentifier)!) : issued ?? VisitorId;

    /// <summary>Somebody else looks at the site as this learner; nothing may change.</summary>
    public bool IsImpersonating => Context.User.IsImpersonating();

    /// <summary>字 per minute that times are reckoned with: the own pace, else the usual one.</summary>
    public int SpeakingRate => Context.User.OwnSpeakingRate() ?? SpeechText.UsualRate;

    /// <summary>Id of the visitor whose cookie came with the request, signed in or not.</summary>
    public Guid? VisitorId => Visitor?.Id;

    /// <summary>Id of a visitor whose cookie was made on an earlier day; null for everybody else.</summary>
    public Guid? VisitorDue => !IsSignedIn && Visitor is var (id, day) && day != Today ? id : null;

    /// <summary>The id, made and sent as a cookie where there is none yet.</summary>
    public Guid EnsureVisitorId()
    {
        if (Id is { } id) return id;
        issued = Guid.NewGuid();
        Write(issued.Value);
        return issued.Value;
    }

    /// <summary>Sends the visitor's cookie again, with today on it.</summary>
    public void RenewVisitor()
    {
        if (VisitorDue is { } id) Write(id);
    }

    /// <summary>Takes the visitor's cookie back, once what it owned belongs to the account.</summary>
    public void ForgetVisitor() =>
        Context.Response.Cookies.Delete(CookieName, endpoint.CookieOptions(null));

    private string CookieName => endpoint.Cookie("visitor");

    private string Today => time.GetUtcNow().ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private (Guid Id, string Day)? Visitor => Context.Request.Cookies.TryGetValue(CookieName, out var cookie) ? Read(cookie) : null;

    private void Write(Guid id) => Context.Response.Cookies.Append(CookieName, protector.Protect($"{id:N}{Separator}{Today}"), endpoint.CookieOptions(Lifetime));

    private (Guid Id, string Day)? Read(string cookie)
    {
        try
        {
            var parts = protector.Unprotect(cookie).Split(Separator);
            return (Guid.ParseExact(parts[0], "N"), parts.ElementAtOrDefault(1) ?? "");
        }
        catch (Exception e) when (e is System.Security.Cryptography.CryptographicException or FormatException)
        {
            return null;
        }
    }
}
