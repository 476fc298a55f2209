using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using InterviewPrep.Web.Features;
using InterviewPrep.Web.Site;
using Microsoft.Extensions.Options;

namespace InterviewPrep.Web.Host.Errors;

/// <summary>The page for a failure of the site itself. It asks neither store nor session, and gives back what was typed.</summary>
public static class PlainErrorPage
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Writes the page for the status that the answer has.</summary>
    public static async Task WriteAsync(HttpContext context)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        if (HttpMethods.IsHead(context.Request.Method)) return;
        var (status, site) = (context.Response.StatusCode, context.RequestServices.GetRequiredService<IOptions<SiteOptions>>().Value);
        var again = await RepeatedForm.OfAsync(context.Request) is { } form ? form.ToHtml(Encoder) : LinkBack(context.Request);
        var page = $"""
            <!DOCTYPE html>
            <html lang="zh-Hans">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>{Encoder.Encode(ErrorWords.Title(status))} · {Encoder.Encode(site.Name)}</title>
              <meta name="color-scheme" content="light dark">
              <link rel="stylesheet" href="/css/site.css">
            </head>
            <body>
              <header class="top"><a class="brand" href="/">{Encoder.Encode(site.Name)}</a></header>
              <main id="main">
                <section class="narrow">
                  <h1>{Encoder.Encode(ErrorWords.Title(status))}</h1>
                  <p>{Encoder.Encode(ErrorWords.Advice(status))}</p>
                  {again}
                  <p class="small muted">如需反馈，请附上编号 <span class="num">{Encoder.Encode(RequestTrace.Of(context))}</span></p>
                </section>
              </main>
            </body>
            </html>
            """;
        await context.Response.WriteAsync(page, Encoding.UTF8, context.RequestAborted);
    }

    private static string LinkBack(HttpRequest request) => HttpMethods.IsGet(request.Method)
        ? $"""<p class="row"><a class="btn primary" href="{Encoder.Encode(request.Path.ToUriComponent() + request.QueryString.ToUriComponent())}">再试一次</a> <a class="btn" href="/">回到今日</a></p>"""
        : """<p><a class="btn primary" href="/">回到今日</a></p>""";
}
