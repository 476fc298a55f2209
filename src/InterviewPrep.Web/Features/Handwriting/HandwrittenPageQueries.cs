using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Assignments;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Handwriting;

/// <summary>The photographed pages of answers that were handed in. Whether the reader may see the answer has been asked before.</summary>
public static class HandwrittenPageQueries
{
    /// <summary>Pages of one submission that count, in order.</summary>
    public static async Task<IReadOnlyList<ScanPage>> PagesOfAsync(this AppDb db, Submission submission, CancellationToken ct) =>
        submission.IsOnPaper
            ? await db.ScanPages.AsNoTracking()
                .Where(p => p.ReplacedAt == null && p.Answer!.AttemptId == submission.AttemptId && p.Answer.AssignmentQuestionId == submission.AssignmentQuestionId)
                .OrderBy(p => p.Number).ToListAsync(ct)
            : [];

    /// <summary>Of all submissions to an assignment, by attempt and question.</summary>
    public static async Task<ILookup<(Guid Attempt, Guid Question), ScanPage>> PagesOfAllAsync(this AppDb db, Guid assignmentId, CancellationToken ct) =>
        (await db.ScanPages.AsNoTracking().Include(p => p.Answer).Where(p => p.ReplacedAt == null && p.Answer!.Attempt!.AssignmentId == assignmentId)
            .OrderBy(p => p.Number).ToListAsync(ct)).ToLookup(p => (p.Answer!.AttemptId!.Value, p.Answer.AssignmentQuestionId!.Value));

    /// <summary>Numbers of the pages of a submission: what a comment can be pinned to.</summary>
    public static async Task<IReadOnlyCollection<int>> PageNumbersAsync(this AppDb db, Submission submission, CancellationToken ct) =>
        submission.IsOnPaper
            ? await db.ScanPages.Where(p => p.ReplacedAt == null && p.Answer!.AttemptId == submission.AttemptId && p.Answer.AssignmentQuestionId == submission.AssignmentQuestionId).Select(p => p.Number).ToListAsync(ct)
            : [];
}
