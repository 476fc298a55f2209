using InterviewPrep.Web.Content;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewPrep.Web.Features.Sheets.Panel;

/// <summary>The panel's paper for a mock interview. Candidates are 抽签号 on all of it; there is no place for a name.</summary>
[AllowAnonymous]
public sealed class ShowModel(ContentLibrary content) : PageModel
{
    private const int RowsPerTable = 14, RowsPerTimeTable = 16, SlipsPerPage = 21;

    public Paper Paper { get; private set; } = null!;

    public PanelChoices Choices { get; private set; } = null!;

    public IReadOnlyList<QuestionContent> Questions { get; private set; } = [];

    /// <summary>抽签号 by page of a table.</summary>
    public IEnumerable<int?[]> SummaryPages => Tables(RowsPerTable);

    public IEnumerable<int?[]> TimePages => Tables(RowsPerTimeTable);

    public IEnumerable<int[]> SlipPages => Lots.Chunk(SlipsPerPage);

    /// <summary>The questions in large type, by page.</summary>
    public IReadOnlyList<IReadOnlyList<Block>> BookPages { get; private set; } = [];

    public PageMetrics BookMetrics { get; } = new(SheetChoices.From(SheetChoices.Book, null, "A4", SheetChoices.Large, null));

    public bool IsWide => Choices.Document is PanelChoices.Score or PanelChoices.Summary;

    private IEnumerable<Block> QuestionsFrom(int first, int count) =>
        Questions.Skip(first).Take(count).SelectMany((q, i) => new Block[] { new HeadingBlock($"第 {first + i + 1} 题"), new AskBlock("", q.Prompt, Leads: false) });

    // Four questions on two pages are two and two, not three and one.
    private List<IReadOnlyList<Block>> BookOf(int pages)
    {
        var share = (Questions.Count + pages - 1) / pages;
        return [.. Enumerable.Range(0, pages).SelectMany(p => Set(QuestionsFrom(p * share, share)))];
    }

    private IReadOnlyList<IReadOnlyList<Block>> Set(IEnumerable<Block> blocks) => new Pagination(BookMetrics, coded: false).Fill(blocks, new RestBlock([]));

    // The last table has rows to spare, for whoever comes late.
    private IEnumerable<int?[]> Tables(int rows) => Lots.Chunk(rows).Select(lots => Enumerable.Range(0, rows).Select(i => i < lots.Length ? lots[i] : (int?)null).ToArray());

    private IEnumerable<int> Lots => Enumerable.Range(1, Choices.Candidates);

    public IActionResult OnGet(string slug)
    {
        if (content.FindPaper(slug) is not { } paper) return NotFound();
        Paper = paper;
        Choices = PanelChoices.From(Request.Query);
        Questions = [.. paper.Questions.Select(content.FindQuestion).OfType<QuestionContent>()];
        BookPages = BookOf(Set(QuestionsFrom(0, Questions.Count)).Count);
        return Page();
    }
}
