using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Site;

namespace InterviewPrep.Web.Host.PublicPages;

/// <summary>Answers those of whom the site knows nothing with pages that were rendered before.</summary>
public static class PublicPageSetup
{
    /// <summary>Longer addresses are made up, or hold a search; they are rendered each time.</summary>
    private const int LongestAddress = 120;

    /// <summary>What <see cref="OwnerHash.Header"/> says of a page that is nobody's.</summary>
    private const string Nobody = "-";

    private static readonly string[] PersonalCookies = ["session", "visitor"];

    public static IServiceCollection AddPublicPages(this IServiceCollection services) => services
        .AddSingleton<PublicPageCache>();

    /// <summary>Comes after routing, and before whatever asks who it is.</summary>
    public static IApplicationBuilder UsePublicPages(this IApplicationBuilder app)
    {
        var services = app.ApplicationServices;
        var cookies = PersonalCookies.Select(services.GetRequiredService<PublicEndpoint>().Cookie).ToArray();
        var pages = services.GetRequiredService<PublicPageCache>();
        return app.Use((context, next) =>
        {
            if (!IsForAnybody(context, cookies)) return next(context);
            var address = context.Request.Path.Value + context.Request.QueryString.Value;
            var generation = pages.Current;
            return generation.Find(address) is { } page ? WriteAsync(context, page) : RenderAsync(context, next, generation, address);
        });
    }

    private static Task WriteAsync(HttpContext context, StoredAnswer page)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "private, no-cache";
        headers.Vary = "Accept-Encoding, Cookie";
        headers[OwnerHash.Header] = Nobody;
        return page.WriteAsync(context);
    }

    private static bool IsForAnybody(HttpContext context, string[] cookies)
    {
        var request = context.Request;
        return context.GetEndpoint()?.Metadata.GetMetadata<PublicPageAttribute>() is not null
            && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            && request.Path.Value!.Length + request.QueryString.Value!.Length <= LongestAddress
            && (request.Headers.Cookie.Count == 0 || !cookies.Any(request.Cookies.ContainsKey));
    }

    private static async Task RenderAsync(HttpContext context, RequestDelegate next, PublicPageCache.Generation generation, string address)
    {
        context.Share();
        var (response, body) = (context.Response, context.Response.Body);
        using var rendered = new MemoryStream();
        response.Body = rendered;
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = body;
        }
        if (response.StatusCode == StatusCodes.Status200OK && response.ContentType is { } type && type.StartsWith("text/html", StringComparison.Ordinal) && response.Headers.SetCookie.Count == 0 && !HttpMethods.IsHead(context.Request.Method))
        {
            var page = new StoredAnswer(rendered.ToArray(), type);
            generation.Keep(address, page);
            await WriteAsync(context, page);
            return;
        }
        rendered.Position = 0;
        await rendered.CopyToAsync(body, context.RequestAborted);
    }
}
