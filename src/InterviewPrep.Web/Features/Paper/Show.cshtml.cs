using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Drafts;
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
public sealed class ShowModel(AppDb db, SheetPrinting printing, IdentityReader identity, CurrentPerson person) : PageModel
{
    public string Slug { get; private set; } = "";

    public SheetDocument Document { get; private set; } = null!;

    public Guid? Draft { get; private set; }

    /// <summary>Words of the own answer that tell who the person is; the sheet waits until they have said what to do.</summary>
    public IReadOnlyList<IdentityHit> Identity { get; private set; } = [];

    /// <summary>The sheet all the same.</summary>
    public string PrintAnyway => $"/sheets/{Slug}{Document.Choices.Query()}{(Draft is { } draft ? $"&draft={draft}" : "")}&notMine=true";

    public string Word => $"/sheets/{Slug}/word{Document.Choices.Query()}{(Draft is { } draft ? $"&draft={draft}" : "")}";

    public async Task<IActionResult> OnGetAsync(string slug, Guid? draft, bool notMine, CancellationToken ct)
    {
        (Slug, Draft) = (slug, draft);
        var title = await db.Current(person.Id).Where(q => q.Slug == slug).Select(q => q.Title).SingleOrDefaultAsync(ct);
        if (title is null || await printing.OfQuestionsAsync(title, [slug], SheetChoices.From(Request.Query), draft, ct) is not { } document) return NotFound();
        Document = document;
        if (document.Choices.Kind == SheetChoices.Mine && !notMine) Identity = await IdentityAsync(ct);
        return Page();
    }

    private async Task<IReadOnlyList<IdentityHit>> IdentityAsync(CancellationToken ct)
    {
        var own = await db.Drafts.OwnedBy(person.Id).Answering(Slug).Where(d => Draft == null || d.Id == Draft).OrderByDescending(d => d.Number)
            .Select(d => new { d.Id, d.Text, d.QuestionRevision.Prompt }).FirstOrDefaultAsync(ct);
        return own is null ? [] : await identity.ReadAsync(own.Text, own.Prompt, ct);
    }
}
