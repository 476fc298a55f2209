using System.Text.Json;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Accounts.SignIn;
using InterviewPrep.Web.Site;
using Microsoft.Extensions.Options;

namespace InterviewPrep.Web.Host.Offline;

/// <summary>Serves the service worker of this build, or, where offline use is switched off, one that removes itself.</summary>
public static class ServiceWorker
{
    private const string Nobody = "-";

    public static IServiceCollection AddOffline(this IServiceCollection services) => services.AddSingleton(s => SiteBuild.Read(s.GetRequiredService<IWebHostEnvironment>()));

    public static void MapServiceWorker(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sw.js", (SiteBuild build, IOptions<SiteOptions> site, HttpResponse response) =>
        {
            response.Headers.CacheControl = "no-cache";
            return Results.Text(site.Value.Offline ? Script(build) : Read("service-worker-off.js"), "text/javascript; charset=utf-8");
        }).WithoutPerson();
    }

    /// <summary>Every page says whose it is, so that a device never keeps the pages of two people.</summary>
    public static IApplicationBuilder UseOwnerHeader(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            if (context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true)
                context.Response.Headers[OwnerHash.Header] = OwnerHash.Of(context.RequestServices.GetRequiredService<CurrentPerson>()) is { Length: > 0 } tag ? tag : Nobody;
            return Task.CompletedTask;
        });
        return next(context);
    });

    private static string Script(SiteBuild build) => Read("service-worker.js")
        .Replace("{{build}}", build.Version, StringComparison.Ordinal)
        .Replace("[\"{{assets}}\"]", JsonSerializer.Serialize(build.Assets), StringComparison.Ordinal);

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(ServiceWorker).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
