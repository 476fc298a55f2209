using InterviewPrep.Web.Features.Annotations;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Handwriting;
using InterviewPrep.Web.Features.Marking;
using InterviewPrep.Web.Features.Paper.Choices;
using InterviewPrep.Web.Features.Paper.Layout;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Paper.MarkedAnswers;

/// <summary>A marked answer for paper: 批改稿 with the comments in the margin, or 反馈单 with the scores by element.</summary>
/// <param name="About">Whose and what, in a line.</param>
/// <param name="Rubric">Null while nobody marked it.</param>
public sealed record MarkedPaper(
    string About, string Question, string Prompt, IReadOnlyList<AnnotatedStage> Stages, IReadOnlyList<NumberedComment> Pinned, IReadOnlyList<ScanPage> Pages,
    RubricVersion? Rubric, IReadOnlyList<ElementScore> Scores, double? Total, string Remark)
{
    public const string Marked = "marked", Feedback = "feedback";

    public static readonly IReadOnlyList<(string Id, string Name)> Kinds = [(Feedback, "反馈单（各要素得分、评语、批注）"), (Marked, "批改稿（批注在页边）")];

    /// <summary>So many lines of a text stay together.</summary>
    private const int LinesTogether = 6;

    private static readonly RestBlock ToChange = new(["我要改的"], Rows: 1);

    private IEnumerable<NumberedComment> Comments => Stages.SelectMany(s => s.Comments).Concat(Pinned);

    public static string Known(string? kind) => kind == Marked ? Marked : Feedback;

    /// <summary>Choices for these sheets: nothing is written on them, so that only size and type are left.</summary>
    public static SheetChoices Choices(IQueryCollection query) => SheetChoices.From(null, null, query["size"], query["type"], null);

    public static SheetDocument Document(string title, string kind, IEnumerable<MarkedPaper> papers, SheetChoices choices) =>
        new(title, choices, [.. papers.SelectMany(p => p.SheetPages(kind, choices))], []);

    private List<SheetPage> SheetPages(string kind, SheetChoices choices)
    {
        var metrics = new PageMetrics(choices);
        var pages = new Pagination(metrics, coded: false).Fill(kind == Marked ? MarkedBlocks(metrics) : FeedbackBlocks(metrics), ToChange);
        // On A3 the next one begins on its own paper.
        var side = choices.Size.PagesPerSheet;
        var total = (pages.Count + side - 1) / side * side;
        return [.. pages.Concat(Enumerable.Repeat<IReadOnlyList<Block>>([new RestBlock(["记一记"])], total - pages.Count))
            .Select((blocks, i) => new SheetPage(kind == Marked ? "批改稿" : "反馈单", Question, About, "", i + 1, true, blocks, null) { Own = (i + 1, total) })];
    }

    private string Sum => Rubric is null ? "还没有批" : Total is { } total ? $"{MarkForm.Points(total)} / {MarkForm.Points(Rubric.Most)} 分" : "还没有批完";

    private IEnumerable<Block> FeedbackBlocks(PageMetrics metrics)
    {
        yield return new AskBlock("题目", Prompt);
        yield return new HeadingBlock($"得分　{Sum}");
        if (Rubric is not null) yield return new ScoresBlock([.. Rubric.Elements.Select(Row)]);
        if (Remark.Length > 0)
        {
            yield return new HeadingBlock("评语");
            foreach (var part in Cut(Remark, metrics.Width, metrics.Em, _ => true)) yield return new ParagraphBlock("", Remark[part.Start..part.End].Trim());
        }
        if (!Comments.Any()) yield break;
        yield return new HeadingBlock("批注");
        foreach (var stage in Stages)
        {
            foreach (var comment in stage.Comments)
                yield return new ParagraphBlock($"{AnnotatedAnswer.Number(comment.Number)}{stage.Stage.Name}", (comment.Comment.Length > 0 ? $"「{Short(comment.Comment.Snapshot)}」" : "") + comment.Comment.Text);
        }
        foreach (var comment in Pinned) yield return new ParagraphBlock($"{AnnotatedAnswer.Number(comment.Number)}手写第 {comment.Comment.Pin!.Page} 页", comment.Comment.Text);
    }

    private IEnumerable<Block> MarkedBlocks(PageMetrics metrics)
    {
        yield return new AskBlock("题目", Prompt);
        foreach (var block in Pages.SelectMany(p => Picture(p, metrics))) yield return block;
        foreach (var block in Stages.Where(s => s.Text.Length > 0 || Pages.Count == 0).SelectMany(s => Stage(s, metrics))) yield return block;
        if (Rubric is not null) yield return new ParagraphBlock(Total is null ? Sum : $"得分 {Sum}", string.Join('，', Rubric.Elements.Select(Row).Where(r => r.Points.Length > 0).Select(r => $"{r.Element} {r.Points}/{r.Most}")));
        foreach (var part in Cut(Remark, metrics.Width, metrics.Em, _ => true)) yield return new ParagraphBlock(part.Start == 0 ? "评语" : "", Remark[part.Start..part.End].Trim());
    }

    private ScoreRow Row(AssessmentElement element) => Scores.FirstOrDefault(s => s.Element == element.Key) is { } score
        ? new ScoreRow(element.Name, MarkForm.Points(score.Points), MarkForm.Points(element.Most), element.BandOf(score.Points) switch { Band.Good => "好", Band.Fair => "中", _ => "差" })
        : new ScoreRow(element.Name, "", MarkForm.Points(element.Most), "");

    private IEnumerable<Block> Picture(ScanPage page, PageMetrics metrics)
    {
        var height = Math.Min(metrics.MarkedWidth * page.Height / page.Width, metrics.Room(first: false, coded: false) - 8);
        var pinned = Pinned.Where(n => n.Comment.Pin!.Page == page.Number).ToList();
        double used = 0;
        var beside = pinned.TakeWhile(n => (used += metrics.MarginHeight(n)) <= height).ToList();
        yield return new PictureBlock(page, height, pinned, beside);
        foreach (var comment in pinned.Skip(beside.Count)) yield return new ParagraphBlock(AnnotatedAnswer.Number(comment.Number), comment.Comment.Text);
    }

    private static IEnumerable<Block> Stage(AnnotatedStage stage, PageMetrics metrics)
    {
        var head = new StageHead(stage.Stage.Number, stage.Stage.Name, stage.Text.Length == 0 ? "没有写" : "");
        var whole = stage.Comments.Where(c => c.Comment.Length == 0).ToList();
        if (stage.Text.Length == 0)
        {
            yield return new MarkedBlock(head, "", [], whole);
            yield break;
        }
        var parts = Cut(stage.Text, metrics.MarkedWidth - 2, metrics.Em, at => stage.Ranges.All(s => at <= s.Start || at >= s.Start + s.Length)).ToList();
        foreach (var (start, end) in parts)
        {
            bool IsIn(int at) => at > start && at <= end;
            yield return new MarkedBlock(start == 0 ? head : null, stage.Text[start..end].TrimEnd('\n'),
                [.. stage.Ranges.Where(s => s.Length > 0 && s.Start >= start && IsIn(s.Start + s.Length)).Select(s => s with { Start = s.Start - start })],
                [.. stage.Comments.Where(c => c.Comment.Length > 0 && IsIn(c.Comment.Start + c.Comment.Length)), .. end == stage.Text.Length ? whole : []]);
        }
    }

    /// <summary>Cuts a text behind sentences, so that a page can end between two pieces.</summary>
    /// <param name="isFree">False within a stretch that stays whole.</param>
    private static IEnumerable<(int Start, int End)> Cut(string text, double width, double em, Func<int, bool> isFree)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            do end = Sentences.EndOf(text, end);
            while (end < text.Length && (!isFree(end) || TextMeasure.Lines(text[start..end], width, em) < LinesTogether));
            // A text without sentences is cut where a line ends.
            if (TextMeasure.Starts(text[start..end], width, em) is { Count: > 4 * LinesTogether } starts) end = start + starts[2 * LinesTogether];
            yield return (start, end);
            start = end;
        }
    }

    private static string Short(string words) => words.Length <= 20 ? words : Excerpt.Start(words, 19) + "…";
}
