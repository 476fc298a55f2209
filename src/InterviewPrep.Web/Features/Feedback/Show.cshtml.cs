using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Annotations;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Handwriting;
using InterviewPrep.Web.Features.Marking;
using InterviewPrep.Web.Features.Marking.Appeals;
using InterviewPrep.Web.Features.Marking.Exemplars;
using InterviewPrep.Web.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Feedback;

/// <summary>One's own released feedback beside the very words that were handed in.</summary>
[Authorize]
public sealed class ShowModel(AppDb db, ContentLibrary content, CurrentPerson person, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)] public Guid SubmissionId { get; set; }

    public Submission Submission { get; private set; } = null!;

    public VisibleMark Mark { get; private set; } = null!;

    public IReadOnlyList<AnnotatedStage> Stages { get; private set; } = [];

    /// <summary>Comments on photographed pages.</summary>
    public IReadOnlyList<NumberedComment> Pinned { get; private set; } = [];

    /// <summary>The photographed pages, where it was written by hand.</summary>
    public IReadOnlyList<ScanPage> Pages { get; private set; } = [];

    public IReadOnlyList<Appeal> Appeals { get; private set; } = [];

    /// <summary>Where a marker would like to show this answer to the class; else null.</summary>
    public Exemplar? Exemplar { get; private set; }

    /// <summary>Phrases in it that the class's teacher asked to use less.</summary>
    public IReadOnlyList<string> Banned { get; private set; } = [];

    /// <summary>True while the assignment takes another answer.</summary>
    public bool MayHandInAgain { get; private set; }

    public bool MayAppeal => time.GetUtcNow() < Mark.AppealsUntil;

    public double PointsOf(string element) => Mark.Scores.First(s => s.Element == element).Points;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await db.VisibleMarkAsync(SubmissionId, person.Id, ct) is not { } mark) return NotFound();
        Mark = mark;
        Submission = await db.Submissions.AsNoTracking().Include(s => s.Assignment).Include(s => s.AssignmentQuestion.Question).Include(s => s.AssignmentQuestion.QuestionRevision)
            .OwnedBy(person.Id).SingleAsync(s => s.Id == SubmissionId, ct);
        (Stages, Pinned) = AnnotatedAnswer.Of(content.FrameworkOf(Submission.AssignmentQuestion.QuestionRevision.Framework), Submission.Text, mark.Comments, mark.Stamps);
        Pages = await db.PagesOfAsync(Submission, ct);
        Appeals = await db.Appeals.AsNoTracking().Where(a => a.SubmissionId == SubmissionId).OrderBy(a => a.At).ToListAsync(ct);
        Exemplar = await db.Exemplars.AsNoTracking().SingleOrDefaultAsync(e => e.SubmissionId == SubmissionId, ct);
        var spoken = Submission.Text.Values.Select(SpeechText.Spoken).ToList();
        Banned = [.. (await db.PhraseVerdicts.Where(v => v.ClassId == Submission.Assignment.ClassId && v.IsBanned).Select(v => v.Phrase).ToListAsync(ct))
            .Where(p => spoken.Any(s => s.Contains(p, StringComparison.Ordinal)))];
        MayHandInAgain = await db.TakesAnotherAsync(Submission.AssignmentId, person.Id!.Value, time.GetUtcNow(), ct);
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
