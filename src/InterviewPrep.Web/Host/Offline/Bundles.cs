using System.Text;
using InterviewPrep.Web.Features.Accounts.SignIn;
using InterviewPrep.Web.Host.PublicPages;

namespace InterviewPrep.Web.Host.Offline;

/// <summary>Scripts and style sheets that are put together at the start.</summary>
public static class Bundles
{
    /// <summary>Their addresses.</summary>
    public static IEnumerable<string> Addresses => [.. ScriptBundle.All.Keys, .. StyleBundle.All.Keys];

    /// <summary>Makes them once, at the start.</summary>
    public static void MapBundles(this IEndpointRouteBuilder routes)
    {
        var files = routes.ServiceProvider.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider;
        foreach (var (address, entry) in ScriptBundle.All) routes.MapBundle(address, ScriptBundle.Of(files, entry), "text/javascript; charset=utf-8");
        foreach (var (address, entry) in StyleBundle.All) routes.MapBundle(address, StyleBundle.Known(address) + StyleBundle.Of(files, entry), "text/css; charset=utf-8");
    }

    private static void MapBundle(this IEndpointRouteBuilder routes, string address, string text, string contentType)
    {
        var bundle = new StoredAnswer(Encoding.UTF8.GetBytes(text), contentType);
        routes.MapGet(address, (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "no-cache";
            context.Response.Headers.Vary = "Accept-Encoding";
            return bundle.WriteAsync(context);
        }).WithoutPerson();
    }
}
