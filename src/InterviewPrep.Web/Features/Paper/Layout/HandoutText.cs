using System.Globalization;
using System.Xml.Linq;
using InterviewPrep.Web.Content;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Paper.Layout;

/// <summary>
/// Cuts the closed set of elements that <see cref="MarkdownRenderer"/> writes into parts with their heights; <c>sheet.css</c> has the
/// same figures. A page may end between the items of a list, the rows of a table and the sentences of a long paragraph.
/// </summary>
public sealed class HandoutText(PageMetrics metrics)
{
    private const double Below = 2, BelowFrame = 3, Indent = 1.6, QuoteSide = 8.6, QuoteFrame = 2.6, CellSide = 4.4, CellEdge = 2.3, HeadingLine = 1.2 * 1.4;

    /// <summary>So many lines of a paragraph stay together.</summary>
    private const int LinesTogether = 4;

    /// <summary>字 of a column that count for its width.</summary>
    private const int Narrowest = 4, Widest = 22;

    public IEnumerable<Block> Html(string html) => Elements(html).SelectMany(Parts);

    /// <summary>Height of a text in a frame.</summary>
    public double Html(string html, double width) => Elements(html).Sum(e => Height(e, width)) + Below;

    /// <summary>An element that stays in one piece.</summary>
    public HandoutBlock Whole(XElement element) => new("", Write(element), "", Height(element, metrics.Width),
        element.Name.LocalName is ['h', _] || element.Name.LocalName == "p" && element.Value.EndsWith('：'));

    /// <summary>Parts of one element that stand on one page are one element again.</summary>
    public static IReadOnlyList<Block> Joined(IReadOnlyList<Block> page)
    {
        var joined = new List<Block>();
        foreach (var block in page)
        {
            if (block is HandoutBlock part && joined.LastOrDefault() is HandoutBlock last && part.Continues(last))
                joined[^1] = last with { Html = last.Html + part.Join + part.Html, Close = part.Close, Height = last.Height + part.HeightBehind };
            else joined.Add(block);
        }
        return joined;
    }

    private static IEnumerable<XElement> Elements(string html) => XElement.Parse("<all>" + html + "</all>", LoadOptions.PreserveWhitespace).Elements();

    private IEnumerable<Block> Parts(XElement element) => element.Name.LocalName switch
    {
        "p" => SentenceBlocks(element, metrics.Width, "<p>", "</p>", Below, element, false),
        "ul" or "ol" => Items(element),
        "table" => Rows(element),
        "blockquote" when element.Elements().All(e => e.Name.LocalName == "p") => Quote(element),
        _ => [Whole(element)],
    };

    private IEnumerable<Block> Items(XElement list)
    {
        foreach (var (item, i) in list.Elements().Select((e, i) => (e, i)))
        {
            var height = Item(item, metrics.Width);
            var open = list.Name.LocalName == "ol" ? $"<ol start=\"{i + 1}\">" : "<ul>";
            yield return new HandoutBlock(open, Write(item), $"</{list.Name.LocalName}>", height + Below) { Whole = list, HeightBehind = height };
        }
    }

    private IEnumerable<Block> Rows(XElement table)
    {
        var widths = Columns(table);
        var heads = table.Elements("thead").SelectMany(h => h.Elements()).ToList();
        var columns = string.Concat(widths.Select(w => string.Create(CultureInfo.InvariantCulture, $"<col width=\"{w / metrics.Width * 100:0.#}%\"/>")));
        var open = $"<table><colgroup>{columns}</colgroup><thead>{string.Concat(heads.Select(Write))}</thead><tbody>";
        foreach (var row in table.Descendants("tr").Except(heads))
        {
            var height = Row(row, widths);
            yield return new HandoutBlock(open, Write(row), "</tbody></table>", heads.Sum(h => Row(h, widths)) + height + BelowFrame + 1) { Whole = table, HeightBehind = height };
        }
    }

    private IEnumerable<Block> Quote(XElement quote) => quote.Elements().SelectMany((p, i) =>
        SentenceBlocks(p, metrics.Width - QuoteSide, "<blockquote><p>", "</p></blockquote>", Below + BelowFrame + QuoteFrame, quote, i > 0));

    /// <param name="frame">Height of what is around the lines.</param>
    /// <param name="follows">True where a paragraph of the same element is before it.</param>
    private IEnumerable<Block> SentenceBlocks(XElement paragraph, double width, string open, string close, double frame, XElement whole, bool follows)
    {
        var leads = paragraph.Value.EndsWith('：');
        var (before, text, html) = ("", "", "");
        var pieces = Cut(paragraph).ToList();
        for (var i = 0; i < pieces.Count; i++)
        {
            text += Text(pieces[i]);
            html += Write(pieces[i]);
            if (Lines(text, width) < LinesTogether && i < pieces.Count - 1) continue;
            // A short rest stays with what is before it.
            if (i < pieces.Count - 1 && Lines(string.Concat(pieces.Skip(i + 1).Select(Text)), width) < LinesTogether / 2) continue;
            var first = before.Length == 0;
            yield return new HandoutBlock(open, html, close, Lines(text, width) * metrics.Line + frame, leads)
            {
                Whole = whole,
                Join = first && follows ? "</p><p>" : "",
                HeightBehind = (Lines(before + text, width) - (first ? 0 : Lines(before, width))) * metrics.Line + (first ? Below : 0),
            };
            (before, text, html) = (before + text, "", "");
        }
    }

    /// <summary>Behind sentences, but not within a mark.</summary>
    private static IEnumerable<XNode> Cut(XElement paragraph)
    {
        foreach (var node in paragraph.Nodes())
        {
            if (node is not XText words)
            {
                yield return node;
                continue;
            }
            for (int from = 0, to; from < words.Value.Length; from = to)
            {
                to = Sentences.EndOf(words.Value, from);
                yield return new XText(words.Value[from..to]);
            }
        }
    }

    private double Height(XElement element, double width) => element.Name.LocalName switch
    {
        "h1" or "h2" => TextMeasure.Lines(Text(element), width, metrics.Em * 1.2) * metrics.Em * HeadingLine + 3 * Below + (element.Attribute("class") is null ? 0 : BelowFrame),
        "h3" or "h4" => Lines(Text(element), width) * metrics.Line,
        "p" => TextMeasure.Lines(Text(element), width, EmOf(element)) * metrics.Line + Below,
        "ul" or "ol" => element.Elements().Sum(e => Item(e, width)) + Below,
        "blockquote" => element.Elements().Sum(e => Height(e, width - QuoteSide)) + BelowFrame + QuoteFrame,
        "table" => element.Descendants("tr").Sum(r => Row(r, Columns(element))) + BelowFrame + 1,
        "div" => element.Elements().Sum(e => Height(e, width)),
        _ => Lines(Text(element), width) * metrics.Line + BelowFrame,
    };

    private double EmOf(XElement paragraph) => paragraph.Attribute("class")?.Value switch { "small" => metrics.Small, "lead" => metrics.Em * 1.1, _ => metrics.Em };

    private double Item(XElement item, double width)
    {
        var inner = width - Indent * metrics.Em;
        var blocks = item.Elements().Where(e => e.Name.LocalName is "p" or "ul" or "ol").ToList();
        var words = string.Concat(item.Nodes().Except(blocks).Select(Text)).Trim();
        return (words.Length > 0 ? Lines(words, inner) * metrics.Line : 0) + blocks.Sum(b => Height(b, inner) - Below);
    }

    private double Row(XElement row, double[] widths) =>
        row.Elements().Select((c, i) => TextMeasure.Lines(Text(c), widths[Math.Min(i, widths.Length - 1)] - CellSide, metrics.Small)).DefaultIfEmpty(1).Max() * metrics.Small * 1.5 + CellEdge;

    /// <summary>Widths after what stands in the columns: the same on every page.</summary>
    private double[] Columns(XElement table)
    {
        var rows = table.Descendants("tr").Select(r => r.Elements().Select(c => Text(c).Length).ToList()).ToList();
        var most = Enumerable.Range(0, rows.Max(r => r.Count)).Select(i => Math.Clamp(rows.Max(r => r.ElementAtOrDefault(i)) + 1, Narrowest, Widest)).ToList();
        return [.. most.Select(m => metrics.Width * m / most.Sum())];
    }

    private int Lines(string text, double width) => TextMeasure.Lines(text, width, metrics.Em);

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value.Replace('\n', ' '),
        XElement { Name.LocalName: "br" } => "\n",
        XElement { Name.LocalName: "input" } => "□ ",
        XElement element => string.Concat(element.Nodes().Select(Text)),
        _ => "",
    };

    private static string Write(XNode node) => node.ToString(SaveOptions.DisableFormatting);
}
