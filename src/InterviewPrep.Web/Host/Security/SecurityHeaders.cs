using InterviewPrep.Web.Site;
using Microsoft.Extensions.Options;

namespace InterviewPrep.Web.Host.Security;

/// <summary>What every answer carries, and the methods that are answered at all.</summary>
public static class SecurityHeaders
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; " +
        "manifest-src 'self'; worker-src 'self'; media-src 'self' blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; " +
        "require-trusted-types-for 'script'; trusted-types service-worker";

    /// <summary>Adds the headers to every answer, errors and static files too.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app)
    {
        var stays = app.ApplicationServices.GetRequiredService<IOptions<SiteOptions>>().Value.Hsts;
        return app.Use((context, next) =>
        {
            AddHeaders(context, stays);
            return next(context);
        });
    }

    private static void AddHeaders(HttpContext context, bool staysOnHttps)
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            // A drawing has a policy of its own, which allows less.
            if (headers.ContentSecurityPolicy.Count == 0) headers.ContentSecurityPolicy = Policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(self), microphone=(self), geolocation=()";
            // Pages hold a person's own words: no shared cache, and no stale copy behind the back button after sign-out.
            if (headers.CacheControl.Count == 0) headers.CacheControl = "no-store";
            if (staysOnHttps && context.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
            return Task.CompletedTask;
        });
    }

    /// <summary>
    /// Answers 405 to everything but GET, HEAD and POST, and PUT below /api: Razor Pages would run a page's view
    /// without its handler for other methods, TRACE among them.
    /// </summary>
    public static IApplicationBuilder UseKnownMethods(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var request = context.Request;
        var known = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsPost(request.Method)
            || (HttpMethods.IsPut(request.Method) && request.Path.StartsWithSegments("/api"));
        if (known) return next(context);
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = "GET, HEAD, POST";
        return Task.CompletedTask;
    });
}
