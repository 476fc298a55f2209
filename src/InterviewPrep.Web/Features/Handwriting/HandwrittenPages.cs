using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Assignments;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Handwriting;

/// <summary>Tells hand-in which questions are answered on paper.</summary>
internal sealed class HandwrittenPages(AppDb db) : IHandwrittenPages
{
    public async Task<IReadOnlyDictionary<Guid, int>> CountAsync(Guid attemptId, CancellationToken ct) =>
        await db.ScannedAnswers.Where(a => a.AttemptId == attemptId && a.AssignmentQuestionId != null && a.Pages.Any(p => p.ReplacedAt == null))
            .Select(a => new { Question = a.AssignmentQuestionId!.Value, Pages = a.Pages.Count(p => p.ReplacedAt == null) }).ToDictionaryAsync(a => a.Question, a => a.Pages, ct);
}
