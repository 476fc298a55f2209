using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using InterviewPrep.Web.Features.Handwriting;
using InterviewPrep.Web.Features.Paper.Layout;
using static InterviewPrep.Web.Features.Paper.Word.WordTables;
using static InterviewPrep.Web.Features.Paper.Word.WordText;

namespace InterviewPrep.Web.Features.Paper.Word;

/// <summary>The parts of a sheet as Word has them.</summary>
/// <param name="metrics">The same measures as on screen, so that the same things stand on the same page.</param>
internal sealed class WordBlocks(PageMetrics metrics, MainDocumentPart main, ScanFolder folder)
{
    /// <summary>Word's own spacing differs a little: so much of a page stays free.</summary>
    private const double Reserve = 14;

    /// <summary>Width of a framed table: its lines are drawn outside.</summary>
    private double InFrame => metrics.Width - .5;

    public IEnumerable<OpenXmlElement> Of(SheetPage page)
    {
        var left = metrics.Room(page.IsFirst, page.Codes is not null) - page.Blocks.Where(b => b is not RestBlock).Sum(metrics.HeightOf) - Reserve;
        return page.Blocks.SelectMany(b => b is RestBlock rest ? Rest(rest, left) : Of(b));
    }

    private IEnumerable<OpenXmlElement> Of(Block block) => block switch
    {
        HeadingBlock heading => [Paragraph("Heading2", Run(heading.Text))],
        AskBlock ask => [Paragraph("SheetText", Run(ask.Label, bold: true), Run("　" + ask.Text))],
        HandoutBlock handout => LessonWord.Html(handout.Open + handout.Html + handout.Close, metrics.Width),
        // Word files hold no drawings of this kind: the words for it stand in its place.
        DrawingBlock drawing => [Paragraph("SheetText", Run("图", bold: true), Run("　" + drawing.Picture.Alt))],
        BriefBlock { Hints: { } hints } =>
        [
            Paragraph("SheetText", Run("审题　身份", bold: true), Run("　" + hints.Identity)),
            Paragraph("SheetText", Run("　　　矛盾", bold: true), Run("　" + hints.Conflict)),
            Paragraph("SheetText", Run("　　　先后", bold: true), Run("　" + hints.Order)),
        ],
        BriefBlock => [Fields(["审题", "身份", "矛盾", "先后"], [14, .33, .33, .34]), Small()],
        LinesBlock lines => [Lines(lines.Rows, lines.Pitch, InFrame), Small()],
        WritingBlock writing => Writing(writing),
        TextBlock text => [Head(text.Head), .. Texts(text)],
        PairBlock pair => [Head(pair.Head), Table([metrics.Width / 2, metrics.Width / 2], true, Row(metrics.Line, false, Cell(metrics.Width / 2, [.. Texts(pair.Left)]), Cell(metrics.Width / 2, [.. Texts(pair.Right)]))), Small()],
        SelfCheckBlock check => [Small(), Table([metrics.Width], true, Row(metrics.Line, false, Cell(metrics.Width, Paragraph("SheetText", Run("自评", bold: true), Run(string.Concat(check.Items.Select(i => "　□ " + i))))))), Small()],
        MarkedBlock marked => WordMarks.Marked(marked, metrics),
        PictureBlock picture => WordMarks.Picture(picture, metrics, main, folder),
        ScoresBlock scores => WordMarks.Scores(scores, metrics),
        ParagraphBlock paragraph => [Paragraph("SheetText", Run(paragraph.Lead, bold: true), Run((paragraph.Lead.Length > 0 ? "　" : "") + paragraph.Text))],
        _ => [],
    };

    /// <summary>A row of named fields to fill in.</summary>
    /// <param name="shares">Width of each: a share of the page where it is at most one, else millimetres.</param>
    public Table Fields(IReadOnlyList<string> names, IReadOnlyList<double> shares, double width = 0)
    {
        var fixedWidth = shares.Where(s => s > 1).Sum();
        double[] widths = [.. shares.Select(s => s > 1 ? s : s * ((width > 0 ? width : metrics.Width) - fixedWidth))];
        return Table(widths, true, Row(metrics.Line + 3, false, [.. names.Select((n, i) => Cell(widths[i], Paragraph("Cell", Run(n))))]));
    }

    private IEnumerable<OpenXmlElement> Writing(WritingBlock writing)
    {
        yield return Head(writing.Head);
        foreach (var point in writing.Points) yield return Paragraph("SheetText", Run("○ " + point.Name, bold: true), Run("：" + point.Asks));
        yield return writing.IsGrid ? Grid(writing) : Lines(writing.Rows, writing.Pitch, InFrame);
        yield return Small();
    }

    private static Table Grid(WritingBlock writing)
    {
        const double ticks = 9;
        double[] widths = [.. Enumerable.Repeat(writing.Pitch, PageMetrics.Columns), ticks];
        string Tick(int row) => (row + 1) * PageMetrics.Columns % 100 == 0 ? Measure((row + 1) * PageMetrics.Columns) : "";
        return Table(widths, true, [.. Enumerable.Range(0, writing.Rows).Select(r =>
            Row(writing.Pitch, true, [.. Enumerable.Range(0, PageMetrics.Columns).Select(_ => Cell(writing.Pitch)), Bare(ticks, Tick(r))]))]);
    }

    private static Paragraph Head(StageHead head) => Paragraph("Heading2", Run(head.Title), Run("　" + head.Suggestion, style: "Note"));

    private static IEnumerable<OpenXmlElement> Texts(TextBlock block)
    {
        if (block.Title.Length > 0) yield return Paragraph("SheetText", Run(block.Title, bold: true));
        foreach (var paragraph in Marked(block.Text, block.Framework)) yield return paragraph;
        if (block.Made.Count > 0) yield return Paragraph("SheetText", Run("采分点：" + string.Join('、', block.Made), style: "Note"));
    }

    private IEnumerable<OpenXmlElement> Rest(RestBlock rest, double left)
    {
        if (rest.Parts.Count == 0 || left < metrics.SmallestRest) yield break;
        var each = left / rest.Parts.Count - 2;
        foreach (var part in rest.Parts)
        {
            if (rest.Rows > 0)
            {
                yield return Paragraph("SheetText", Run(part, style: "Note"));
                yield return Lines((int)((each - metrics.Line) / metrics.Pitch), metrics.Pitch, InFrame);
            }
            else yield return Table([InFrame], true, Row(each, true, Cell(InFrame, Paragraph("Cell", Run(part, style: "Note")))));
            yield return Small();
        }
    }

    /// <summary>Parts two tables, which Word would join.</summary>
    public static Paragraph Small() => Paragraph("Gap");
}
