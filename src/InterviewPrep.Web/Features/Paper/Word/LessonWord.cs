using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using InterviewPrep.Web.Content;
using InterviewPrep.Web.Features.Paper.Choices;
using InterviewPrep.Web.Features.Paper.Layout;
using InterviewPrep.Web.Site;
using Microsoft.Extensions.Options;
using static InterviewPrep.Web.Features.Paper.Word.WordText;

namespace InterviewPrep.Web.Features.Paper.Word;

/// <summary>A lesson's handout as a Word file.</summary>
public sealed class LessonWord(IOptions<SiteOptions> site)
{
    private const int ExerciseLines = 5;

    public byte[] Write(Lesson lesson, bool showsExample, PaperSize size, bool large)
    {
        var metrics = new PageMetrics(SheetChoices.From(null, null, size.Id, large ? SheetChoices.Large : null, null));
        return WordPackage.Write(lesson.Title, site.Value, size, large, (_, body) =>
        {
            body.Append(Paragraph("Heading1", Run(lesson.Title)), Paragraph("SheetText", Run(lesson.Idea)));
            body.Append(Html(lesson.BodyHtml, metrics.Width));
            body.Append(Paragraph("Heading2", Run("练一句")));
            body.Append(Html(lesson.Exercise.TaskHtml, metrics.Width).Select(KeptWithNext));
            body.Append(WordTables.Lines(ExerciseLines, metrics.Pitch, metrics.Width - .5));
            body.Append(Paragraph("Heading2", Run("自测")));
            body.Append(lesson.SelfChecks.SelectMany((c, i) => (Paragraph[])
                [Paragraph("Heading3", Run($"{i + 1}. {c.Question}")), .. c.Options.Select(o => Paragraph("SheetText", Run("　□ " + o.Text)))]));
            body.Append(Paragraph("Heading2", Run("做完再看")));
            body.Append(lesson.SelfChecks.Select((c, i) => (c.Options.First(o => o.IsRight), i)).Select(c => Paragraph("SheetText", Run($"{c.i + 1}. {c.Item1.Text}。{c.Item1.Reason}"))));
            if (showsExample) body.Append(Paragraph("SheetText", Run("练一句的范例", bold: true), Run("　" + lesson.Exercise.Example)));
        });
    }

    // The task stays with its lines.
    private static OpenXmlElement KeptWithNext(OpenXmlElement element)
    {
        if (element is Paragraph { ParagraphProperties: { } properties }) properties.KeepNext = new KeepNext();
        return element;
    }

    /// <summary>The closed set of elements that <see cref="MarkdownRenderer"/> writes.</summary>
    internal static IEnumerable<OpenXmlElement> Html(string html, double width) =>
        XElement.Parse("<all>" + html + "</all>", LoadOptions.PreserveWhitespace).Elements().SelectMany(e => Block(e, width, ""));

    private static IEnumerable<OpenXmlElement> Block(XElement element, double width, string before) => element.Name.LocalName switch
    {
        "h1" or "h2" => [Paragraph("Heading2", [.. Inline(element)])],
        "h3" or "h4" => [Paragraph("Heading3", [.. Inline(element)])],
        "ul" => element.Elements().SelectMany(li => Item(li, width, before + "　· ")),
        "ol" => element.Elements().SelectMany((li, i) => Item(li, width, $"{before}　{i + 1}. ")),
        "blockquote" => [WordTables.Table([width - .5], true, WordTables.Row(8, false, WordTables.Cell(width - .5, [.. element.Elements().SelectMany(e => Block(e, width, ""))]))), WordBlocks.Small()],
        "table" => [Table(element, width), WordBlocks.Small()],
        "hr" => [WordBlocks.Small()],
        _ => [Paragraph("SheetText", [Run(before), .. Inline(element)])],
    };

    private static IEnumerable<OpenXmlElement> Item(XElement item, double width, string before)
    {
        var blocks = item.Elements().Where(e => e.Name.LocalName is "p" or "ul" or "ol").ToList();
        if (blocks.Count == 0 || blocks[0].Name.LocalName != "p")
            yield return Paragraph("SheetText", [Run(before), .. Inline(new XElement("p", item.Nodes().Where(n => n is not XElement { Name.LocalName: "ul" or "ol" })))]);
        foreach (var (block, i) in blocks.Select((b, i) => (b, i)))
        {
            foreach (var element in Block(block, width, i == 0 && block.Name.LocalName == "p" ? before : "　　")) yield return element;
        }
    }

    private static Table Table(XElement table, double width)
    {
        var rows = table.Descendants("tr").ToList();
        var columns = Math.Max(1, rows.Max(r => r.Elements().Count()));
        double[] widths = [.. Enumerable.Repeat((width - .5) / columns, columns)];
        return WordTables.Table(widths, true, [.. rows.Select(r => WordTables.Row(6, false,
            [.. Enumerable.Range(0, columns).Select(i => WordTables.Cell(widths[i], Paragraph("Cell", [.. r.Elements().ElementAtOrDefault(i) is { } cell ? Inline(cell, cell.Name.LocalName == "th") : []])))]))]);
    }

    private static IEnumerable<OpenXmlElement> Inline(XElement element, bool bold = false)
    {
        foreach (var node in element.Nodes())
        {
            if (node is XText text) yield return Run(text.Value.Replace("\n", "", StringComparison.Ordinal), bold);
            else if (node is XElement { Name.LocalName: "br" }) yield return Run("\n");
            else if (node is XElement { Name.LocalName: "input" } box) yield return Run(box.Attribute("checked") is null ? "□" : "☑");
            else if (node is XElement { Name.LocalName: "mark" } mark) yield return Run(mark.Value, bold, UnderlineValues.Single);
            else if (node is XElement inner)
            {
                foreach (var run in Inline(inner, bold || inner.Name.LocalName is "strong" or "b")) yield return run;
            }
        }
    }
}
