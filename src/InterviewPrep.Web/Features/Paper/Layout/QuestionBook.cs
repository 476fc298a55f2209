using InterviewPrep.Web.Content;
using InterviewPrep.Web.Features.Paper.Choices;
using InterviewPrep.Web.Features.Questions;

namespace InterviewPrep.Web.Features.Paper.Layout;

/// <summary>A booklet of questions, with room for key words, and the answers behind.</summary>
public static class QuestionBook
{
    private const int KeywordRows = 5;

    /// <param name="ShowsAnswer">False while the reader has not tried the question.</param>
    public sealed record Entry(QuestionRevision Revision, Framework Framework, bool ShowsAnswer);

    public static IEnumerable<SheetPage> Pages(string title, IReadOnlyList<Entry> entries, SheetChoices choices)
    {
        var metrics = new PageMetrics(choices);
        var questions = new Pagination(metrics, coded: false).Fill(entries.SelectMany((e, i) => Question(e, i, metrics, entries.ElementAtOrDefault(i - 1)?.Revision.Material)), new RestBlock(["记一记"]));
        var answers = entries.Any(e => e.ShowsAnswer)
            ? new Pagination(metrics, coded: false).Fill(entries.Select((e, i) => (Entry: e, Index: i)).Where(e => e.Entry.ShowsAnswer).SelectMany(e => Answer(e.Entry, e.Index)), new RestBlock(["记一记"]))
            : [];
        return Part(title, $"共 {entries.Count} 题，先写关键词，再看后面的参考作答", questions).Concat(Part("参考作答", title, answers));
    }

    private static IEnumerable<SheetPage> Part(string title, string meta, IReadOnlyList<IReadOnlyList<Block>> pages) =>
        pages.Select((blocks, i) => new SheetPage(title, title, meta, "", i + 1, true, HandoutText.Joined(blocks), null));

    private static IEnumerable<Block> Question(Entry entry, int index, PageMetrics metrics, Material? before) =>
    [
        new HeadingBlock($"第 {index + 1} 题　{QuestionTypes.Name(entry.Revision.Question.Type)}"),
        .. QuestionParts.Of(new AskBlock(entry.Revision.Question.Post, entry.Revision.Prompt, Leads: false), entry.Revision.Material, entry.Revision.Picture, metrics, before),
        new LinesBlock(KeywordRows, metrics.Pitch),
    ];

    private static IEnumerable<Block> Answer(Entry entry, int index)
    {
        var answer = entry.Revision.Answers.First();
        yield return new HeadingBlock($"第 {index + 1} 题　{entry.Revision.Question.Title}");
        yield return new BriefBlock(entry.Revision.Analysis);
        foreach (var stage in entry.Framework.Stages) yield return QuestionSheet.Answer(entry.Framework, answer, stage);
    }
}
