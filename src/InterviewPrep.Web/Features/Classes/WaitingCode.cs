using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Classes;

/// <summary>The code that somebody brought before they had an account, kept in a cookie until they have joined.</summary>
public static class WaitingCode
{
    private const string CookieName = "join";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    /// <returns>Null where there is none.</returns>
    public static string? Of(HttpRequest request) => RandomCodes.Normal(request.Cookies[CookieName]) is { Length: RandomCodes.Length } code ? code : null;

    public static void Remember(HttpContext context, string code) => context.Response.Cookies.Append(CookieName, code, Options(context, Lifetime));

    public static void Forget(HttpContext context) => context.Response.Cookies.Delete(CookieName, Options(context, null));

    private static CookieOptions Options(HttpContext context, TimeSpan? lifetime) =>
        new() { HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, MaxAge = lifetime };
}
