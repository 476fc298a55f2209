using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using InterviewPrep.Web.Content;
using InterviewPrep.Web.Features.Paper.Exams;
using InterviewPrep.Web.Site;
using Microsoft.Extensions.Options;
using static InterviewPrep.Web.Features.Paper.Word.WordTables;
using static InterviewPrep.Web.Features.Paper.Word.WordText;

namespace InterviewPrep.Web.Features.Paper.Word;

/// <summary>The panel's paper as a Word file, so that an organiser can change it: the same documents as on the print page.</summary>
public sealed class PanelWord(IOptions<SiteOptions> site)
{
    /// <summary>Widths between the margins, in millimetres.</summary>
    private const double Wide = 264, Upright = 177;

    private const double NameWidth = 20, SumWidth = 18;

    public byte[] Write(PanelPaper panel)
    {
        var sections = new List<(bool Wide, IEnumerable<OpenXmlElement> Body)>();
        void Add(string document, bool wide, Func<IEnumerable<OpenXmlElement>> body)
        {
            if (panel.Choices.Has(document)) sections.Add((wide, body()));
        }

        Add(PanelChoices.Notice, false, () => Notice(panel));
        Add(PanelChoices.CandidateNumbers, false, () => CandidateNumberSlips(panel));
        Add(PanelChoices.Book, false, () => Book(panel));
        Add(PanelChoices.Score, true, () => Score(panel));
        Add(PanelChoices.Time, false, () => Time(panel));
        Add(PanelChoices.Summary, true, () => Summary(panel));
        return WordPackage.Write($"考官用纸 {panel.Paper.Title}", site.Value, sections);
    }

    private static IEnumerable<OpenXmlElement> Score(PanelPaper panel)
    {
        var columns = panel.Choices.Columns;
        double[] widths = [NameWidth, .. columns.Select(_ => (Wide - NameWidth - SumWidth) / columns.Count), SumWidth];
        for (var seat = 1; seat <= panel.Choices.Examiners; seat++)
        {
            foreach (var element in Head("面试评分表", panel.Paper.Title, seat > 1)) yield return element;
            double[] fields = [Wide * .2, Wide * .4, Wide * .2, Wide * .2];
            yield return Table(fields, true, Line(fields, 9, ["抽签号", $"职位　{panel.Paper.Post}", "日期", $"考官　第 {seat} 席"], centred: false));
            yield return WordBlocks.Small();
            yield return Table(widths, true,
                Line(widths, 13, ["测评要素", .. columns.Select(c => c.Name), "合计"]),
                Line(widths, 9, ["分值", .. columns.Select(c => Measure(c.Weight)), Measure(panel.Choices.Total)]),
                Line(widths, 24, ["观察要点", .. columns.Select(c => c.Watch), ""]),
                Line(widths, 8, ["好", .. columns.Select(c => c.GoodRange), ""]),
                Line(widths, 8, ["中", .. columns.Select(c => c.FairRange), ""]),
                Line(widths, 8, ["差", .. columns.Select(c => c.PoorRange), ""]),
                Line(widths, 16, ["得分", .. columns.Select(_ => ""), ""]),
                Remark(widths, 36));
            yield return Paragraph("SheetText", Run("独立打分，不互相商量；涂改的评分表作废，另填一张。　　　　考官签字　__________________"));
        }
    }

    private static IEnumerable<OpenXmlElement> Summary(PanelPaper panel)
    {
        var choices = panel.Choices;
        List<string> names = ["抽签号", .. Enumerable.Range(1, choices.Examiners).Select(s => $"考官 {s}"), .. choices.Drops ? new[] { "去掉最高", "去掉最低" } : [], "平均", "名次"];
        double[] widths = [.. names.Select(_ => Wide / names.Count)];
        foreach (var (lots, i) in panel.SummaryPages.Select((l, i) => (l, i)))
        {
            foreach (var element in Head("成绩汇总表", panel.Paper.Title, i > 0)) yield return element;
            yield return Table(widths, true, [Line(widths, 9, names), .. lots.Select(l => Line(widths, 7.8, [$"{l}", .. names.Skip(1).Select(_ => "")]))]);
            yield return Paragraph("SheetText", Run(panel.HowToSum));
            yield return Paragraph("SheetText", Run("计分员签字　____________　　复核签字　____________　　监督员签字　____________　　日期　____________"));
        }
    }

    private static IEnumerable<OpenXmlElement> Time(PanelPaper panel)
    {
        var questions = panel.Questions.Count;
        List<string> names = ["抽签号", .. Enumerable.Range(1, questions).SelectMany(q => new[] { $"第 {q} 题思考", "作答" }), "合计", "提醒", "超时"];
        double[] widths = [.. names.Select(_ => Upright / names.Count)];
        foreach (var (lots, i) in panel.TimePages.Select((l, i) => (l, i)))
        {
            foreach (var element in Head("计时表", panel.Paper.Title, i > 0)) yield return element;
            yield return Paragraph("SheetText", Run(panel.HowToTime));
            yield return Table(widths, true, [Line(widths, 16, names), .. lots.Select(l => Line(widths, 11, [$"{l}", .. Enumerable.Repeat("", questions * 2 + 1), "□", "□"]))]);
            yield return Paragraph("SheetText", Run("计时员签字　____________　　日期　____________"));
        }
    }

    private static IEnumerable<OpenXmlElement> CandidateNumberSlips(PanelPaper panel)
    {
        const int across = 3;
        double[] widths = [.. Enumerable.Repeat(Upright / across, across)];
        foreach (var (lots, i) in panel.SlipPages.Select((l, i) => (l, i)))
        {
            foreach (var element in Head("抽签签条", "沿线剪开，对折后抽取", i > 0)) yield return element;
            yield return Table(widths, true, [.. lots.Chunk(across).Select(row => Row(34, true, [.. widths.Select((w, c) => c < row.Length
                ? Cell(w, Centred("抽签号"), Paragraph("Lot", Run(Measure(row[c]))), Centred("进场只报抽签号")) : Cell(w))]))]);
            yield return WordBlocks.Small();
        }
    }

    private static IEnumerable<OpenXmlElement> Book(PanelPaper panel) =>
    [
        .. Head("题本", $"{panel.Paper.Post} · {panel.Questions.Count} 题 · {panel.Paper.Minutes} 分钟 · 请勿写字，离场留下", false),
        .. panel.Questions.SelectMany((q, i) => Question(q, i, panel.Questions.ElementAtOrDefault(i - 1)?.Material)),
    ];

    private static IEnumerable<OpenXmlElement> Question(QuestionContent question, int index, Material? before)
    {
        yield return Paragraph("Heading2", Run($"第 {index + 1} 题"));
        if (question.Material is { } material && material != before)
        {
            yield return Paragraph("Heading3", Run($"材料　{material.Title}"));
            foreach (var element in LessonWord.Html(material.Html, Upright)) yield return element;
        }
        yield return Paragraph("LargeText", Run(question.Prompt));
        if (question.Picture is { } picture) yield return Paragraph("LargeText", Run("图", bold: true), Run("　" + picture.Alt));
    }

    private static IEnumerable<OpenXmlElement> Notice(PanelPaper panel) =>
    [
        .. Head("考场须知", panel.Paper.Title, false),
        .. panel.Rules.Select((r, i) => Paragraph("LargeText", Run($"{i + 1}. {r}"))),
        Paragraph("Heading2", Run("主考官开场")), Paragraph("LargeText", Run(panel.Opening)),
        Paragraph("Heading2", Run("人员")), Paragraph("LargeText", Run(panel.People)),
    ];

    private static IEnumerable<Paragraph> Head(string title, string under, bool onNewPage)
    {
        var heading = Paragraph("Heading1", Run(title));
        if (onNewPage) heading.ParagraphProperties!.PageBreakBefore = new PageBreakBefore();
        return [heading, Paragraph("Cell", Run(under))];
    }

    private static TableRow Line(double[] widths, double height, IReadOnlyList<string> texts, bool centred = true) =>
        Row(height, false, [.. texts.Select((t, i) => Middle(Cell(widths[i], centred ? Centred(t) : Paragraph("Cell", Run(t)))))]);

    private static TableRow Remark(double[] widths, double height)
    {
        var wide = Cell(widths[1..].Sum());
        wide.TableCellProperties!.Append(new GridSpan { Val = widths.Length - 1 });
        return Row(height, false, Middle(Cell(widths[0], Centred("评语"))), wide);
    }

    private static TableCell Middle(TableCell cell)
    {
        cell.TableCellProperties!.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
        return cell;
    }

    private static Paragraph Centred(string text)
    {
        var paragraph = Paragraph("Cell", Run(text));
        paragraph.ParagraphProperties!.Justification = new Justification { Val = JustificationValues.Center };
        return paragraph;
    }
}
