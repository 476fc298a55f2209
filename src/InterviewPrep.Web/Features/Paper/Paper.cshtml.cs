using InterviewPrep.Web.Content;
using InterviewPrep.Web.Features.Paper.Choices;
using InterviewPrep.Web.Features.Paper.Layout;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewPrep.Web.Features.Paper;

/// <summary>The sheets of a paper's questions.</summary>
[AllowAnonymous]
[PublicPage]
public sealed class PaperModel(ContentLibrary content, SheetPrinting printing) : PageModel
{
    public string Slug { get; private set; } = "";

    public SheetDocument Document { get; private set; } = null!;

    public string Word => $"/sheets/paper/{Slug}/word{Document.Choices.Query()}";

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (content.FindPaper(slug) is not { } paper
            || await printing.OfQuestionsAsync(paper.Title, paper.Questions, SheetChoices.From(Request.Query), null, ct) is not { } document) return NotFound();
        (Slug, Document) = (slug, document);
        return Page();
    }
}
