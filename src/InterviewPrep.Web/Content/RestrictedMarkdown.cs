using System.Net;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace InterviewPrep.Web.Content;

/// <summary>
/// Markdown that people write in the app: tables and struck-out text besides the core, no HTML, no pictures, links only to http, https, mailto
/// and this site. What is outside the list, too long, too deep or too wide is shown as plain text, and never as an error.
/// Rendered when it is saved, so that reading a page costs nothing and cannot fail.
/// </summary>
public static class RestrictedMarkdown
{
    /// <summary>Longest text that is rendered, in UTF-16 units.</summary>
    public const int LongestText = 20_000;

    /// <summary>Most parts of a text; most cells of its tables, counted as if each row were as wide as the widest; longest HTML.</summary>
    private const int MostNodes = 6_000, MostCells = 2_000, LongestHtml = 200_000;

    /// <summary>Most quotes and lists within each other that one line can begin; far below the parser's own limit, which is dear to meet.</summary>
    private const int MostMarkers = 20;

    /// <summary>Headings begin below those of the page.</summary>
    private const int HeadingShift = 2, LowestHeading = 6;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables(new PipeTableOptions { UseHeaderForColumnCount = true }).UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).UseSoftlineBreakAsHardlineBreak().DisableHtml().Build();

    private static readonly HashSet<Type> Known =
    [
        typeof(ParagraphBlock), typeof(HeadingBlock), typeof(QuoteBlock), typeof(ListBlock), typeof(ListItemBlock), typeof(CodeBlock), typeof(FencedCodeBlock), typeof(ThematicBreakBlock),
        typeof(Table), typeof(TableRow), typeof(TableCell), typeof(LinkReferenceDefinition), typeof(LinkReferenceDefinitionGroup), typeof(BlankLineBlock),
        typeof(ContainerInline), typeof(LiteralInline), typeof(EmphasisInline), typeof(CodeInline), typeof(LinkInline), typeof(AutolinkInline), typeof(LineBreakInline), typeof(HtmlEntityInline),
    ];

    /// <param name="IsPlain">The text is shown as it was typed, because it could not be rendered.</param>
    public sealed record Result(string Html, bool IsPlain);

    /// <summary>HTML of a text; see the class for what it may hold.</summary>
    public static Result Render(string text)
    {
        if (text.Length > LongestText || Cells(text) > MostCells || Deepest(text) > MostMarkers) return Plain(text);
        try
        {
            var document = Markdown.Parse(text, Pipeline);
            var nodes = 0;
            foreach (var node in document.Descendants())
            {
                if (++nodes > MostNodes || !Known.Contains(node.GetType())) return Plain(text);
                Tame(node);
            }
            var writer = new StringWriter();
            var renderer = new HtmlRenderer(writer);
            Pipeline.Setup(renderer);
            renderer.ObjectRenderers.Replace<LinkInlineRenderer>(new Links());
            renderer.ObjectRenderers.Replace<AutolinkInlineRenderer>(new Autolinks());
            renderer.Render(document);
            var html = writer.ToString();
            return html.Length > LongestHtml ? Plain(text) : new Result(html, false);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or IndexOutOfRangeException or NullReferenceException)
        {
            // The parser's limit of depth is told by an exception, and a fault of the parser is no reason to lose a page.
            return Plain(text);
        }
    }

    /// <summary>Whether a link may lead there.</summary>
    public static bool IsAllowed(string? url) =>
        url is not null && (url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)
            || (url is ['/', ..] and not ['/', '/' or '\\', ..])) && !url.Any(c => char.IsControl(c) || c == '\\');

    private static Result Plain(string text) => new($"<p class=\"plain\">{WebUtility.HtmlEncode(text)}</p>", true);

    // Rows are filled up to the widest one, so a small text can make an enormous table.
    private static long Cells(string text)
    {
        long widest = 0, rows = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var pipes = line.Count('|');
            if (pipes == 0) continue;
            rows++;
            widest = Math.Max(widest, pipes + 1);
        }
        return widest * rows;
    }

    private static int Deepest(string text)
    {
        var deepest = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var (markers, at) = (0, 0);
            for (; at < line.Length; at++)
            {
                var isBullet = line[at] is '-' or '+' or '*' or '.' or ')' && (at + 1 == line.Length || line[at + 1] is ' ' or '\t');
                if (line[at] == '>' || isBullet) markers++;
                else if (line[at] is not (' ' or '\t' or (>= '0' and <= '9'))) break;
            }
            deepest = Math.Max(deepest, markers);
        }
        return deepest;
    }

    // No attribute is left that text could have brought: alignment is a style, the name of a code block a class.
    private static void Tame(MarkdownObject node)
    {
        switch (node)
        {
            case HeadingBlock heading:
                heading.Level = Math.Min(LowestHeading, heading.Level + HeadingShift);
                break;
            case Table table:
                foreach (var column in table.ColumnDefinitions) (column.Alignment, column.Width) = (null, 0);
                break;
        }
        if (node.TryGetAttributes() is not { } attributes) return;
        attributes.Id = null;
        attributes.Classes?.Clear();
        attributes.Properties?.Clear();
    }

    private sealed class Links : LinkInlineRenderer
    {
        protected override void Write(HtmlRenderer renderer, LinkInline link)
        {
            if (link.IsImage || !IsAllowed(link.GetDynamicUrl?.Invoke() ?? link.Url))
            {
                renderer.WriteChildren(link);
                return;
            }
            link.GetAttributes().AddPropertyIfNotExist("rel", "noopener nofollow");
            base.Write(renderer, link);
        }
    }

    private sealed class Autolinks : AutolinkInlineRenderer
    {
        protected override void Write(HtmlRenderer renderer, AutolinkInline link)
        {
            if (!link.IsEmail && !IsAllowed(link.Url))
            {
                renderer.WriteEscape(link.Url);
                return;
            }
            link.GetAttributes().AddPropertyIfNotExist("rel", "noopener nofollow");
            base.Write(renderer, link);
        }
    }
}
