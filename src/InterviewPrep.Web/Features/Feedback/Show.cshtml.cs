using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Marking;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Feedback;

/// <summary>One's own released feedback beside the very words that were handed in.</summary>
[Authorize]
public sealed class ShowModel(AppDb db, FeedbackQuery feedback, CurrentPerson person, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)] public Guid SubmissionId { get; set; }

    public FeedbackView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await feedback.FindAsync(SubmissionId, ct) is not { } view) return NotFound();
        View = view;
        await db.RecordOpeningAsync(SubmissionId, time.GetUtcNow(), ct);
        return Page();
    }

    /// <summary>The learner says what becomes of a comment.</summary>
    public async Task<IActionResult> OnPostRespondAsync(Guid comment, ResponseKind kind, CancellationToken ct)
    {
        var mark = await db.Marks.Include(m => m.Comments).ThenInclude(c => c.Response).ReleasedTo(person.Id).SingleOrDefaultAsync(m => m.SubmissionId == SubmissionId, ct);
        if (mark?.Standing.FirstOrDefault(c => c.Id == comment) is not { } found || !Enum.IsDefined(kind) || !ModelState.IsValid) return NotFound();
        found.Respond(kind, time.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Redirect($"/feedback/{SubmissionId}#c-{comment}");
    }

    /// <summary>The learner lets the class read the answer, or does not.</summary>
    public async Task<IActionResult> OnPostConsentAsync(bool agrees, CancellationToken ct)
    {
        if (!await db.Marks.ReleasedTo(person.Id).AnyAsync(m => m.SubmissionId == SubmissionId, ct)
            || await db.Exemplars.SingleOrDefaultAsync(e => e.SubmissionId == SubmissionId, ct) is not { } exemplar) return NotFound();
        if (agrees) exemplar.Consent(time.GetUtcNow());
        else exemplar.Decline(time.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Redirect($"/feedback/{SubmissionId}#exemplar");
    }
}
