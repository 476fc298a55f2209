using System.IO.Compression;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.ResponseCompression;

namespace InterviewPrep.Web.Host;

/// <summary>Compresses pages that are a person's own. What is safe in it, and what is left out for that, is decision 10.</summary>
public static class PageCompression
{
    public static IServiceCollection AddPageCompression(this IServiceCollection services) => services
        .AddResponseCompression(o =>
        {
            o.EnableForHttps = true;
            o.MimeTypes = ["text/html", "application/json", "application/problem+json"];
        })
        .Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest)
        .Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);

    /// <summary>
    /// Only answers to a GET without a query: whoever could make a person's browser ask again and again has no place in them to put a guess beside a
    /// secret. Public pages are kept compressed already.
    /// </summary>
    public static IApplicationBuilder UsePageCompression(this IApplicationBuilder app) =>
        app.UseWhen(c => HttpMethods.IsGet(c.Request.Method) && !c.Request.QueryString.HasValue && !c.IsShared(), pages => pages.UseResponseCompression());
}
