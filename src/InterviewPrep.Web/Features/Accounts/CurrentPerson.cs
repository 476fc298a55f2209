using System.Security.Claims;
using Microsoft.AspNetCore.DataProtection;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>
/// Who is asking: an account, or a visitor known by a long-lived cookie. The id owns drafts and progress;
/// a visitor without cookie gets one with the first thing that is kept.
/// </summary>
public sealed class CurrentPerson(IHttpContextAccessor accessor, IDataProtectionProvider protection)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(400);

    private readonly IDataProtector protector = protection.CreateProtector("visitor");
    private Guid? issued;

    private HttpContext Context => accessor.HttpContext ?? throw new InvalidOperationException("There is no request.");

    public bool IsSignedIn => Context.User.Identity?.IsAuthenticated == true;

    /// <summary>Id of the account or visitor; null for somebody about whom nothing is kept yet.</summary>
    public Guid? Id => IsSignedIn ? Guid.Parse(Context.User.FindFirstValue(ClaimTypes.NameIdentifier)!) : issued ?? VisitorId;

    /// <summary>Id of the visitor whose cookie came with the request, signed in or not.</summary>
    public Guid? VisitorId =>
        Context.Request.Cookies.TryGetValue(CookieName, out var cookie) && Read(cookie) is { } id ? id : null;

    /// <summary>The id, made and sent as a cookie where there is none yet.</summary>
    public Guid Keep()
    {
        if (Id is { } id) return id;
        issued = Guid.NewGuid();
        Context.Response.Cookies.Append(CookieName, protector.Protect(issued.Value.ToString("N")), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = Lifetime,
            Path = "/",
            SameSite = SameSiteMode.Lax,
            Secure = Context.Request.IsHttps,
        });
        return issued.Value;
    }

    /// <summary>Takes the visitor's cookie back, once what it owned belongs to the account.</summary>
    public void ForgetVisitor() =>
        Context.Response.Cookies.Delete(CookieName, new CookieOptions { Path = "/", HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = Context.Request.IsHttps });

    private string CookieName => Context.Request.IsHttps ? "__Host-visitor" : "visitor";

    private Guid? Read(string cookie)
    {
        try
        {
            return Guid.ParseExact(protector.Unprotect(cookie), "N");
        }
        catch (Exception e) when (e is System.Security.Cryptography.CryptographicException or FormatException)
        {
            return null;
        }
    }
}
