using System.Text.Json.Serialization;
using InterviewPrep.Web.Features.Accounts.SignIn;
using InterviewPrep.Web.Site;
using Microsoft.Extensions.Options;

namespace InterviewPrep.Web.Host;

/// <summary>The web app manifest: how the site is called and drawn on a home screen.</summary>
public static class WebManifest
{
    /// <summary>Where the manifest is.</summary>
    private const string Address = "/manifest.webmanifest";

    /// <summary>The ground of a page in the light, as <c>--paper</c> of the style sheet.</summary>
    private const string Paper = "#faf7f1";

    private sealed record Icon(string Src, string Sizes, string Type, string Purpose);

    private sealed record Manifest(string Id, string Name, [property: JsonPropertyName("short_name")] string ShortName, string Lang,
        [property: JsonPropertyName("start_url")] string StartUrl, string Scope, string Display,
        [property: JsonPropertyName("background_color")] string BackgroundColor, [property: JsonPropertyName("theme_color")] string ThemeColor, IReadOnlyList<Icon> Icons);

    private static readonly Icon[] Icons =
    [
        new("/icons/192.png", "192x192", "image/png", "any"),
        new("/icons/512.png", "512x512", "image/png", "any"),
        new("/icons/maskable-512.png", "512x512", "image/png", "maskable"),
        new("/icon.svg", "any", "image/svg+xml", "any"),
    ];

    public static void MapWebManifest(this IEndpointRouteBuilder routes) => routes.MapGet(Address, (IOptions<SiteOptions> site, HttpResponse response) =>
    {
        response.Headers.CacheControl = "no-cache";
        var name = site.Value.Name;
        return Results.Json(new Manifest("/", name, name, "zh-Hans", "/", "/", "standalone", Paper, Paper, Icons), contentType: "application/manifest+json");
    }).WithoutPerson();
}
