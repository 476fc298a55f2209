using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using InterviewPrep.Web.Features.Annotations;
using InterviewPrep.Web.Features.Handwriting;
using InterviewPrep.Web.Features.Paper.Layout;
using static InterviewPrep.Web.Features.Paper.Word.WordTables;
using static InterviewPrep.Web.Features.Paper.Word.WordText;

namespace InterviewPrep.Web.Features.Paper.Word;

/// <summary>What was marked, as Word has it: comments stand in a column beside the words.</summary>
internal static class WordMarks
{
    /// <summary>Shares of the width.</summary>
    private static readonly double[] ScoreColumns = [.5, .2, .15, .15];

    public static IEnumerable<OpenXmlElement> Marked(MarkedBlock block, PageMetrics metrics)
    {
        if (block.Head is { } head) yield return Paragraph("Heading2", Run(head.Title), Run("　" + head.Suggestion, style: "Note"));
        yield return Columns(metrics, [Words(block)], block.Comments);
        yield return WordBlocks.Small();
    }

    public static IEnumerable<OpenXmlElement> Picture(PictureBlock block, PageMetrics metrics, MainDocumentPart main, ScanFolder folder)
    {
        var (height, width) = (block.Height * .96, block.Height * .96 * block.Page.Width / block.Page.Height);
        if (File.Exists(folder.PathOf(block.Page.Id)))
        {
            var picture = PinnedPicture.Draw(File.ReadAllBytes(folder.PathOf(block.Page.Id)), block.Pinned);
            yield return Columns(metrics, [Paragraph("Code", new Run(WordPicture.Of(main, picture, $"手写作答第 {block.Page.Number} 页", width, height, jpeg: true)))], block.Beside);
        }
        yield return WordBlocks.Small();
    }

    public static IEnumerable<OpenXmlElement> Scores(ScoresBlock block, PageMetrics metrics)
    {
        double[] widths = [.. ScoreColumns.Select(s => s * (metrics.Width - .5))];
        yield return Table(widths, true, [.. block.Rows.Select(r => Row(metrics.Line, false,
            [.. new[] { r.Element, r.Points, "/ " + r.Most, r.Band }.Select((t, i) => Cell(widths[i], Paragraph("SheetText", Run(t))))]))]);
        yield return WordBlocks.Small();
    }

    private static Table Columns(PageMetrics metrics, OpenXmlElement[] left, IReadOnlyList<NumberedComment> comments)
    {
        var (words, margin) = (metrics.MarkedWidth, metrics.Width - metrics.MarkedWidth - .5);
        return Table([words, margin], true, Row(metrics.Line, false, Cell(words, left), Cell(margin, [.. comments.Select(c => Paragraph("SheetText", Run(c.InMargin)))])));
    }

    private static Paragraph Words(MarkedBlock block)
    {
        var paragraph = Paragraph("SheetText");
        foreach (var run in TextRanges.Runs(block.Text, block.Ranges))
        {
            paragraph.Append(Run(run.Text, underline: run.Over.Count == 0 ? null : run.Over.Any(s => s.Kind == TextRangeKind.Fault) ? UnderlineValues.Wave : UnderlineValues.Single));
            foreach (var range in run.Ending) paragraph.Append(Run(range.Kind == TextRangeKind.Comment ? range.Label : $"‹{range.Label}›", bold: true));
        }
        return paragraph;
    }
}
