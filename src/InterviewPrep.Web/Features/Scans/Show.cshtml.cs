using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Handwriting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Scans;

/// <summary>A handwritten answer: its pages in order.</summary>
[Authorize]
public sealed class ShowModel(AppDb db, CurrentPerson person) : PageModel
{
    public ScannedAnswer Answer { get; private set; } = null!;

    public IReadOnlyList<ScanPage> Pages { get; private set; } = [];

    /// <summary>Pages of the sheet of which there is no photo yet.</summary>
    public IEnumerable<int> Missing => Enumerable.Range(1, Pages.Max(p => (int?)p.OfPages) ?? 0).Except(Pages.Select(p => p.Number));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var answer = await db.ScannedAnswers.AsNoTracking().Include(a => a.Question).Include(a => a.QuestionRevision).Include(a => a.Pages)
            .OwnedBy(person.Id).SingleOrDefaultAsync(a => a.Id == id, ct);
        if (answer is null) return NotFound();
        Answer = answer;
        Pages = [.. answer.Pages.Where(p => p.ReplacedAt is null).OrderBy(p => p.Number)];
        return Page();
    }
}
