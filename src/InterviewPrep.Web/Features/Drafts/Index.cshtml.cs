using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>One's own drafts, newest first.</summary>
[AllowAnonymous]
public sealed class IndexModel(AppDb db, CurrentPerson person) : PageModel
{
    private const int PageSize = 20;

    public sealed record Row(
        Guid Id, string Slug, string Title, string Type, int Attempt, int Zi, DateTimeOffset SavedAt, DateTimeOffset? FinishedAt, int? Earned, int? Total);

    /// <summary>The draft that was deleted a moment ago.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Deleted { get; init; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>Deleted drafts, the latest first.</summary>
    public IReadOnlyList<(Guid Id, string Title, int Attempt)> Gone { get; private set; } = [];

    public Paging Paging { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var mine = db.Drafts.AsNoTracking().OwnedBy(person.Id);
        Paging = Paging.Of(Request, await mine.CountAsync(ct), PageSize);
        if (Paging.IsBeyond) return NotFound();
        var rows = await mine.OrderByDescending(d => d.SavedAt).Skip(Paging.Skip).Take(PageSize)
            .Select(d => new { d.Id, d.Question.Slug, d.Question.Title, d.Question.Type, d.Number, d.Text, d.SavedAt, d.FinishedAt, Earned = (int?)d.SelfScore!.Earned, Total = (int?)d.SelfScore!.Total })
            .ToListAsync(ct);
        var gone = await db.Drafts.AsNoTracking().DeletedBy(person.Id).OrderByDescending(d => d.DeletedAt).Select(d => new { d.Id, d.Question.Title, d.Number }).ToListAsync(ct);
        Gone = [.. gone.Select(d => (d.Id, d.Title, d.Number))];
        Rows = [.. rows.Select(d => new Row(d.Id, d.Slug, d.Title, d.Type, d.Number, d.Text.Zi, d.SavedAt, d.FinishedAt, d.Earned, d.Total))];
        return Page();
    }
}
