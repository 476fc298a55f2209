using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using InterviewPrep.Web.Features.Annotations;
using InterviewPrep.Web.Site;
using InterviewPrep.Web.Text;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace InterviewPrep.Web.Features.Reports.Export;

/// <summary>All answers with their marks as one .docx, each on a page of its own, in Chinese fonts for Word and WPS.</summary>
public static class AnswersDocument
{
    private const string SerifFont = "宋体", SansFont = "黑体", LatinFont = "Times New Roman";

    public static byte[] Write(AssignmentExport export, SiteTime time)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = MakeStyles();
            var body = new Body(Line("Title", export.Assignment.Title), Line(null, $"{export.Latest.Count()} 份 · {export.ReleaseLine}"));
            foreach (var answer in export.Latest) body.Append(Answer(answer, time));
            // A4 with margins of 2.5 cm.
            body.Append(new SectionProperties(new PageSize { Width = 11906, Height = 16838 }, new PageMargin { Top = 1417, Bottom = 1417, Left = 1417, Right = 1417, Header = 720, Footer = 720, Gutter = 0 }));
            main.Document = new Document(body);
        }
        return stream.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Answer(ExportedAnswer answer, SiteTime time)
    {
        var heading = Line("Heading1", $"{answer.Learner.Name}　{answer.Question}");
        heading.ParagraphProperties!.PageBreakBefore = new PageBreakBefore();
        yield return heading;
        yield return Line(null, $"{(answer.Learner.Number.Length > 0 ? answer.Learner.Number + " · " : "")}第 {answer.Submission.AttemptNumber} 次提交 · {MarksTable.Clock(time, answer.Submission.HandedInAt)}{(answer.Attempt.IsLate ? "（迟交）" : "")} · {answer.Submission.Zi} 字");
        yield return Line(null, answer.Prompt, bold: true);
        foreach (var stage in answer.Stages)
        {
            yield return Line("Heading2", stage.Stage.Name);
            yield return stage.Text.Length == 0 ? Line(null, "（没有写）") : Annotated(stage);
        }
        if (answer.Mark is not { } mark)
        {
            yield return Line("Heading2", "还没有批");
            yield break;
        }
        yield return Line("Heading2", mark.Total is { } total ? $"得分 {total} / {mark.Rubric.Most}" : "还没有批完");
        yield return Scores(answer);
        if (mark.Remark.Length > 0) yield return Line(null, "评语：" + mark.Remark);
        foreach (var comment in answer.Comments) yield return Line(null, MarksTable.Line(comment));
        yield return new Paragraph();
    }

    private static Paragraph Annotated(AnnotatedStage stage)
    {
        var paragraph = new Paragraph();
        foreach (var run in TextRanges.Runs(stage.Text, stage.Ranges))
        {
            paragraph.Append(Words(run.Text, run.Over.Count > 0 ? new RunProperties(new Underline { Val = UnderlineValues.Single }) : null));
            foreach (var range in run.Ending)
                paragraph.Append(Words(range.Kind == TextRangeKind.Comment ? range.Label : $"〔{range.Label}〕", new RunProperties(new Bold())));
        }
        return paragraph;
    }

    private static W.Table Scores(ExportedAnswer answer)
    {
        var table = new W.Table(new TableProperties(new TableBorders(
            new TopBorder { Val = BorderValues.Single, Size = 4 }, new LeftBorder { Val = BorderValues.Single, Size = 4 }, new BottomBorder { Val = BorderValues.Single, Size = 4 },
            new RightBorder { Val = BorderValues.Single, Size = 4 }, new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 }, new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 })),
            new TableGrid(new GridColumn { Width = "4500" }, new GridColumn { Width = "2250" }, new GridColumn { Width = "2250" }));
        foreach (var row in answer.Mark!.Rubric.Elements.Select(e => new[] { e.Name, $"{answer.PointsOf(e.Key)}", $"{e.Most}" }).Prepend(["要素", "得分", "满分"]))
            table.Append(new TableRow(row.Select(c => new TableCell(Line(null, c)))));
        return table;
    }

    private static Paragraph Line(string? style, string text, bool bold = false)
    {
        var paragraph = new Paragraph(new ParagraphProperties());
        if (style is not null) paragraph.ParagraphProperties!.ParagraphStyleId = new ParagraphStyleId { Val = style };
        paragraph.Append(Words(text, bold ? new RunProperties(new Bold()) : null));
        return paragraph;
    }

    private static Run Words(string text, RunProperties? look)
    {
        var run = look is null ? new Run() : new Run(look);
        foreach (var (line, i) in SafeText.Xml(text).Split('\n').Select((l, i) => (l, i)))
        {
            if (i > 0) run.Append(new Break());
            run.Append(new W.Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }
        return run;
    }

    private static Styles MakeStyles() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(Fonts(SerifFont), new FontSize { Val = "22" }, new Languages { Val = "en-US", EastAsia = "zh-CN" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "120", Line = "360", LineRule = LineSpacingRuleValues.Auto }))),
        Heading("Title", "标题", "36", 0), Heading("Heading1", "标题 1", "28", 0), Heading("Heading2", "标题 2", "24", 1));

    private static Style Heading(string id, string name, string size, int level) => new(
        new StyleName { Val = name },
        new StyleParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = "240", After = "120" }, new OutlineLevel { Val = level }),
        new StyleRunProperties(Fonts(SansFont), new Bold(), new FontSize { Val = size }))
    { Type = StyleValues.Paragraph, StyleId = id };

    private static RunFonts Fonts(string chinese) => new() { Ascii = LatinFont, HighAnsi = LatinFont, EastAsia = chinese, ComplexScript = LatinFont };
}
