using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Assignments;

/// <summary>What was handed in, when, and under which number.</summary>
[Authorize]
public sealed class ReceiptModel(AppDb db, CurrentPerson person) : PageModel
{
    public sealed record Row(int Order, string Title, int Zi, bool IsOnPaper, Guid? DraftId);

    public Attempt Attempt { get; private set; } = null!;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, Guid attemptId, CancellationToken ct)
    {
        var attempt = await db.Attempts.AsNoTracking().Include(a => a.Assignment.Class).OwnedBy(person.Id)
            .SingleOrDefaultAsync(a => a.Id == attemptId && a.AssignmentId == id && a.HandedInAt != null, ct);
        if (attempt is null) return NotFound();
        Attempt = attempt;
        Rows = await db.Submissions.AsNoTracking().Where(s => s.AttemptId == attemptId).OrderBy(s => s.AssignmentQuestion.Order)
            .Select(s => new Row(s.AssignmentQuestion.Order, s.AssignmentQuestion.Question.Title, s.Zi, s.IsOnPaper, s.DraftId)).ToListAsync(ct);
        return Page();
    }
}
