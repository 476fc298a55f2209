using InterviewPrep.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Assignments;

/// <summary>The attempt that a draft is being written in.</summary>
/// <param name="Others">All questions of the attempt, in order, with the draft that answers each.</param>
public sealed record RunningAttempt(Guid AssignmentId, string Title, bool IsTimed, DateTimeOffset LateFrom, DateTimeOffset EndsAt, DateTimeOffset DueAt, IReadOnlyList<RunningAttempt.Step> Others)
{
    public bool IsOver(DateTimeOffset now) => now >= EndsAt;

    public sealed record Step(int Order, string Slug, Guid DraftId);
}

public static class RunningAttemptQueries
{
    /// <summary>The running attempt that one of a person's drafts belongs to; null for practice of one's own.</summary>
    public static Task<RunningAttempt?> RunningAttemptAsync(this AppDb db, Guid draftId, Guid? learner, CancellationToken ct) =>
        db.CachedAsync(("running attempt", draftId, learner), () => db.ReadRunningAttemptAsync(draftId, learner, ct));

    private static async Task<RunningAttempt?> ReadRunningAttemptAsync(this AppDb db, Guid draftId, Guid? learner, CancellationToken ct)
    {
        var attempt = await db.Attempts.AsNoTracking().Include(a => a.Assignment).OwnedBy(learner)
            .Where(a => a.ClosedAt == null && a.Drafts.Any(d => d.DraftId == draftId)).OrderByDescending(a => a.StartedAt).FirstOrDefaultAsync(ct);
        if (attempt is null) return null;
        var steps = await db.AttemptDrafts.Where(d => d.AttemptId == attempt.Id).OrderBy(d => d.AssignmentQuestion.Order)
            .Select(d => new RunningAttempt.Step(d.AssignmentQuestion.Order, d.AssignmentQuestion.Question.Slug, d.DraftId)).ToListAsync(ct);
        return new RunningAttempt(attempt.AssignmentId, attempt.Assignment.Title, attempt.Assignment.Pace == Pace.Timed, attempt.LateFrom, attempt.EndsAt, attempt.LateFrom.AddMinutes(-1), steps);
    }
}
