using System.Globalization;
using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace InterviewPrep.Web.Content;

/// <summary>
/// Renders the Markdown of shipped content. Content files are reviewed like code, yet the pipeline is closed all the same:
/// few extensions, no HTML, and links only to http(s), this site, or a scoring point, which becomes a coloured mark.
/// </summary>
public static class MarkdownRenderer
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseTaskLists().UseEmphasisExtras().DisableHtml().Build();

    /// <param name="stageOf">Number of the stage that a point id belongs to; 0 where it is unknown.</param>
    public static string ToHtml(string markdown, Func<string, int>? stageOf = null)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var link in document.Descendants<LinkInline>())
        {
            if (!IsAllowed(link.Url)) link.Url = "";
        }
        foreach (var heading in document.Descendants<HeadingBlock>())
            heading.GetAttributes().Id = null;

        var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.Replace<LinkInlineRenderer>(new MarkRenderer(stageOf ?? (_ => 0)));
        renderer.Render(document);
        return writer.ToString();
    }

    private static bool IsAllowed(string? url) =>
        url is not null && (IsPoint(url) || url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal)
            || url.StartsWith("https://", StringComparison.Ordinal) || url.StartsWith("http://", StringComparison.Ordinal));

    private static bool IsPoint(string url) =>
        url.IndexOf('.') is > 0 and var dot && dot < url.Length - 1 && url.All(c => c is >= 'a' and <= 'z' or '.');

    /// <summary>A link to a scoring point is shown as a mark in its stage's colour.</summary>
    private sealed class MarkRenderer(Func<string, int> stageOf) : LinkInlineRenderer
    {
        protected override void Write(HtmlRenderer renderer, LinkInline link)
        {
            if (link is not { IsImage: false, Url: { } url } || !IsPoint(url))
            {
                base.Write(renderer, link);
                return;
            }
            renderer.Write("<mark class=\"stage s").Write(stageOf(url).ToString(CultureInfo.InvariantCulture)).Write("\">");
            renderer.WriteChildren(link);
            renderer.Write("</mark>");
        }
    }
}
