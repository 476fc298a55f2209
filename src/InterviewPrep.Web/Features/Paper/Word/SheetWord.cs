using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using InterviewPrep.Web.Features.Handwriting;
using InterviewPrep.Web.Features.Paper.Layout;
using InterviewPrep.Web.Features.Shared;
using InterviewPrep.Web.Site;
using Microsoft.Extensions.Options;
using static InterviewPrep.Web.Features.Paper.Word.WordText;

namespace InterviewPrep.Web.Features.Paper.Word;

/// <summary>Writes what is printed as a Word file: the same pages, with real headings, lines that print, header and page numbers.</summary>
public sealed class SheetWord(IOptions<SiteOptions> site, ScanFolder folder)
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const double CodeSize = 24;

    /// <returns>The file.</returns>
    public byte[] Write(SheetDocument document)
    {
        var metrics = new PageMetrics(document.Choices);
        return WordPackage.Write(document.Title, site.Value, document.Choices.Size, document.Choices.IsLarge, (main, body) =>
        {
            var blocks = new WordBlocks(metrics, main, folder);
            for (var i = 0; i < document.Pages.Count; i++)
            {
                var page = document.Pages[i];
                if (i > 0) body.Append(BreakBefore(i % document.Choices.Size.PagesPerSheet == 0));
                body.Append(Head(page, main, blocks, metrics));
                body.Append(blocks.Of(page));
            }
        });
    }

    // On A3 the second page of a sheet is the second column.
    private static Paragraph BreakBefore(bool page) =>
        Paragraph("Gap", new Run(new Break { Type = page ? BreakValues.Page : BreakValues.Column }));

    private static IEnumerable<OpenXmlElement> Head(SheetPage page, MainDocumentPart main, WordBlocks blocks, PageMetrics metrics)
    {
        var codeWidth = metrics.IsLarge ? 50 : 32;
        var width = metrics.Width - (page.Codes is null ? 0 : codeWidth);
        // Not in the table: there Word's navigation would not see it.
        if (page.IsFirst) yield return Paragraph("Heading1", Run(page.Title));
        List<OpenXmlElement> title = page.IsFirst
            ? [Paragraph("Cell", Run(page.Meta, style: "Note"))]
            : [Paragraph("Cell", Run(page.Question, bold: true), Run($"　续第 {page.Number} 页　{page.Label}", style: "Note"))];
        if (page.Codes is null)
        {
            foreach (var paragraph in title) yield return paragraph;
            yield break;
        }
        title.Add(page.IsFirst
            ? blocks.Fields([page.Label.Length > 0 ? page.Label : "抽签号", "日期", "用时", "得分"], [.34, .22, .22, .22], width - 4)
            : blocks.Fields(["评语"], [1], width - 4));
        yield return WordTables.Table([width, codeWidth], false, WordTables.Row(CodeSize, false,
            WordTables.Cell(width, [.. title]),
            WordTables.Cell(codeWidth, Paragraph("Code", new Run(WordPicture.Of(main, QrImage.Png(page.Codes.Long), "二维码", CodeSize, CodeSize))), Paragraph("Code", Run(page.Codes.Short)))));
        yield return WordBlocks.Small();
    }
}
