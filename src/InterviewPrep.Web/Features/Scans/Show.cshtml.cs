using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Handwriting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Scans;

/// <summary>A handwritten answer with its pages in order: for who wrote it, who brought it, and who marks it.</summary>
[Authorize]
public sealed class ShowModel(AppDb db, CurrentPerson person) : PageModel
{
    public ScannedAnswer Answer { get; private set; } = null!;

    /// <summary>抽签号 of the learner where a marker looks at it, or the name where the practice was brought for somebody; null for an own one.</summary>
    public string? Whose { get; private set; }

    /// <summary>Pages that this person may exchange, move and take out.</summary>
    public IReadOnlySet<Guid> Arranged { get; private set; } = new HashSet<Guid>();

    public IReadOnlyList<ScanPage> Pages { get; private set; } = [];

    /// <summary>Pages of the sheet of which there is no photo yet.</summary>
    public IEnumerable<int> Missing => Enumerable.Range(1, Pages.Max(p => (int?)p.OfPages) ?? 0).Except(Pages.Select(p => p.Number));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var me = person.Id;
        var visible = db.ScanPages.AsNoTracking().VisibleTo(me, User.IsInRole(Roles.Administrator)).Where(p => p.AnswerId == id && p.ReplacedAt == null);
        var answer = await db.ScannedAnswers.AsNoTracking().Include(a => a.Question).Include(a => a.QuestionRevision).Include(a => a.Attempt)
            .SingleOrDefaultAsync(a => a.Id == id && (a.OwnerId == me || visible.Any()), ct);
        if (answer is null) return NotFound();
        Answer = answer;
        Pages = await visible.OrderBy(p => p.Number).ToListAsync(ct);
        Arranged = await db.ScanPages.ArrangedBy(me).Where(p => p.AnswerId == id && p.ReplacedAt == null).Select(p => p.Id).ToHashSetAsync(ct);
        if (answer.OwnerId != me)
            Whose = answer.Attempt is { } attempt ? $"抽签号 {CandidateNumber.Format(attempt.CandidateNumber)}" : await db.Users.Where(u => u.Id == answer.OwnerId).Select(u => u.DisplayName).SingleAsync(ct);
        return Page();
    }
}
