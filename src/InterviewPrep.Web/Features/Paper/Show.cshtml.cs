using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Paper.Choices;
using InterviewPrep.Web.Features.Paper.Layout;
using InterviewPrep.Web.Features.Questions;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Paper;

/// <summary>The printable answer sheet of a question. A model answer is printed only after one's own attempt.</summary>
[AllowAnonymous]
[PublicPage]
public sealed class ShowModel(AppDb db, SheetPrinting printing, CurrentPerson person) : PageModel
{
    public string Slug { get; private set; } = "";

    public SheetDocument Document { get; private set; } = null!;

    public Guid? Draft { get; private set; }

    /// <summary>Where the own answer is changed.</summary>
    public string Change => $"/practice/{Slug}{(Draft is { } draft ? $"?draft={draft}" : "")}";

    public string Word => $"/sheets/{Slug}/word{Document.Choices.Query()}{(Draft is { } draft ? $"&draft={draft}" : "")}";

    public async Task<IActionResult> OnGetAsync(string slug, Guid? draft, CancellationToken ct)
    {
        (Slug, Draft) = (slug, draft);
        var title = await db.Current(person.Id).Where(q => q.Slug == slug).Select(q => q.Title).SingleOrDefaultAsync(ct);
        if (title is null || await printing.OfQuestionsAsync(title, [slug], SheetChoices.From(Request.Query), draft, ct) is not { } document) return NotFound();
        Document = document;
        return Page();
    }
}
