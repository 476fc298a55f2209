using System.Globalization;
using InterviewPrep.Web.Content;
using InterviewPrep.Web.Features.Drafts;
using InterviewPrep.Web.Features.Paper.Choices;
using InterviewPrep.Web.Features.Paper.Codes;
using InterviewPrep.Web.Features.Questions;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Paper.Layout;

/// <summary>The sheet of one question, whoever gets it.</summary>
/// <param name="own">The text of 我的作答; null for the other kinds.</param>
public sealed class QuestionSheet(string heading, QuestionRevision revision, Framework framework, SheetChoices choices, DraftText? own)
{
    private static readonly RestBlock Thoughts = new(["草稿"]), Notes = new(["对照之后，我要改的地方"], Rows: 1);

    private bool IsCoded => choices.Kind is not (SheetChoices.Model or SheetChoices.TwoModels);

    public QuestionRevision Revision => revision;

    public Framework Framework => framework;

    /// <summary>The own text that it shows; null for the other kinds.</summary>
    public DraftText? Own => own;

    public bool IsForReading => choices.IsForReading;

    /// <param name="reference">Whose it is; page numbers are filled in.</param>
    /// <param name="number">Place among several questions, from 1; 0 for one alone.</param>
    public IEnumerable<SheetPage> Pages(SheetReference reference, string label, int number, SheetSigner signer)
    {
        var pages = PageMetrics.Pitches(choices).Select(pitch => new PageMetrics(choices, pitch))
            .Select(m => new Pagination(m, IsCoded).Fill(Blocks(number, m), choices.IsForReading ? Notes : Thoughts)).MinBy(p => p.Count)!;
        var time = choices.IsForReading ? "" : $" · 作答建议 {choices.Minutes} 分钟";
        var meta = $"{QuestionTypes.Name(revision.Question.Type)} · 难度 {revision.Question.Difficulty}/5{time}";
        var title = IsCoded ? heading : choices.Kind == SheetChoices.Model ? "示例作答" : "两份示例作答";
        if (choices.Kind == SheetChoices.Model) meta += $" · {revision.Answers.First().Title}";
        return pages.Select((blocks, i) => new SheetPage(title, revision.Question.Title, meta, label, i + 1, choices.IsForReading, HandoutText.Joined(blocks),
            IsCoded ? signer.Codes(reference with { Page = i + 1, Pages = pages.Count }) : null));
    }

    private IEnumerable<Block> Blocks(int number, PageMetrics metrics)
    {
        foreach (var block in QuestionParts.Of(new AskBlock(number == 0 ? "题目" : $"第 {number} 题", revision.Prompt), revision.Material, revision.Picture, metrics)) yield return block;
        var hinted = choices.Kind is SheetChoices.Hints or SheetChoices.Points or SheetChoices.Model or SheetChoices.TwoModels;
        if (hinted || !choices.IsForReading) yield return new BriefBlock(hinted ? revision.Analysis : null);
        if (choices.Kind == SheetChoices.TwoModels && choices.IsLarge)
        {
            // Two columns of large type hold too few characters a line: one answer after the other.
            foreach (var block in revision.Answers.SelectMany(a => framework.Stages.Select(s => Answer(a, s)))) yield return block;
            yield break;
        }
        foreach (var stage in choices.Kind == SheetChoices.Mine ? framework.StagesOf(own!) : framework.Stages) yield return Block(stage, metrics);
        if (!choices.IsForReading) yield return new SelfCheckBlock(framework.Checks);
    }

    private Block Block(Stage stage, PageMetrics metrics) => choices.Kind switch
    {
        SheetChoices.TwoModels when revision.Answers.Count > 1 => new PairBlock(Head(stage), InPair(revision.Answers.First(), stage), InPair(revision.Answers.Last(), stage)),
        SheetChoices.Model or SheetChoices.TwoModels => Answer(revision.Answers.First(), stage) with { Title = "" },
        SheetChoices.Mine => new TextBlock(Head(stage) with { Suggestion = $"{SpeechText.CountZi(own!.Of(stage.Id))} 字" }, "", new MarkedText(Tidy(own.Of(stage.Id)), []), framework, []),
        _ => Writing(stage, metrics),
    };

    private WritingBlock Writing(Stage stage, PageMetrics metrics)
    {
        var zi = choices.SuggestedZi(framework, stage);
        return new WritingBlock(
            Head(stage) with { Suggestion = $"建议 {zi} 字 · {choices.Seconds(framework, stage)} 秒" },
            choices.Kind == SheetChoices.Points ? [.. stage.Points.Where(p => revision.Points.Any(e => e.Point == p.Id))] : [],
            choices.Paper == SheetChoices.Grid, metrics.RowsFor(zi), metrics.Pitch);
    }

    private TextBlock Answer(ModelAnswer answer, Stage stage) => Answer(framework, answer, stage);

    internal static TextBlock Answer(Framework framework, ModelAnswer answer, Stage stage)
    {
        var text = answer.Stages.First(s => s.Stage == stage.Id).Text;
        var made = text.Marks.Select(m => framework.FindPoint(m.Id)?.Name).OfType<string>().Distinct();
        return new TextBlock(Head(stage) with { Suggestion = string.Create(CultureInfo.InvariantCulture, $"{SpeechText.CountZi(text.Text)} 字") }, answer.Title, text, framework, [.. made]);
    }

    // The name of an answer stands once, above its column.
    private TextBlock InPair(ModelAnswer answer, Stage stage) => Answer(answer, stage) with { Title = stage.Number == 1 ? answer.Title : "" };

    private static StageHead Head(Stage stage) => new(stage.Number, stage.Name, "");

    // More than one blank line says nothing on paper.
    private static string Tidy(string text)
    {
        while (text.Contains("\n\n\n", StringComparison.Ordinal)) text = text.Replace("\n\n\n", "\n\n", StringComparison.Ordinal);
        return text.Trim('\n');
    }
}
