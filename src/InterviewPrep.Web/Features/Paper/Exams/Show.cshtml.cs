using InterviewPrep.Web.Content;
using InterviewPrep.Web.Features.Paper.Choices;
using InterviewPrep.Web.Features.Paper.Layout;
using InterviewPrep.Web.Features.Paper.Word;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewPrep.Web.Features.Paper.Exams;

/// <summary>The panel's paper for a mock interview, to print or as a Word file.</summary>
[AllowAnonymous]
public sealed class ShowModel(ContentLibrary content, PanelWord word) : PageModel
{
    public PanelPaper Panel { get; private set; } = null!;

    public ExamPaper Paper => Panel.Paper;

    public PanelChoices Choices => Panel.Choices;

    /// <summary>The questions in large type, by page.</summary>
    public IReadOnlyList<IReadOnlyList<Block>> BookPages { get; private set; } = [];

    public PageMetrics BookMetrics { get; } = new(SheetChoices.From(SheetChoices.Book, null, "A4", SheetChoices.Large, null));

    public bool IsWide => Choices.Document is PanelChoices.Score or PanelChoices.Summary;

    public string Word => Request.QueryString.Add("handler", "Word").ToString();

    public IActionResult OnGet(string slug)
    {
        if (!Load(slug)) return NotFound();
        BookPages = BookOf(Set(QuestionsFrom(0, Panel.Questions.Count)).Count);
        return Page();
    }

    /// <summary>The same as a Word file.</summary>
    public IActionResult OnGetWord(string slug) =>
        Load(slug) ? File(word.Write(Panel), SheetWord.ContentType, $"{Paper.Title} {PanelChoices.Documents.First(d => d.Id == Choices.Document).Name}.docx") : NotFound();

    private bool Load(string slug)
    {
        if (content.FindPaper(slug) is not { } paper) return false;
        Panel = new PanelPaper(paper, PanelChoices.From(Request.Query), [.. paper.Questions.Select(content.FindQuestion).OfType<QuestionContent>()]);
        return true;
    }

    private IEnumerable<Block> QuestionsFrom(int first, int count) =>
        Panel.Questions.Skip(first).Take(count).SelectMany((q, i) => QuestionParts.Of(new AskBlock("", q.Prompt, Leads: false), q.Material, q.Picture, BookMetrics, i == 0 ? null : Panel.Questions[first + i - 1].Material)
            .Prepend(new HeadingBlock($"第 {first + i + 1} 题")));

    // Four questions on two pages are two and two, not three and one.
    private List<IReadOnlyList<Block>> BookOf(int pages)
    {
        var share = (Panel.Questions.Count + pages - 1) / pages;
        return [.. Enumerable.Range(0, pages).SelectMany(p => Set(QuestionsFrom(p * share, share)))];
    }

    private List<IReadOnlyList<Block>> Set(IEnumerable<Block> blocks) => new Pagination(BookMetrics, coded: false).Fill(blocks, new RestBlock([])).Select(HandoutText.Joined).ToList();
}
