using InterviewPrep.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Assignments;

/// <summary>Hands in an attempt when the learner presses 交卷.</summary>
public sealed class HandingIn(AppDb db, AttemptAnswers attemptAnswers, AttemptCloser closer, TimeProvider time)
{
    private const int Tries = 2;

    /// <summary>Hands in the running attempt.</summary>
    /// <param name="ticks">Points that the learner says to have made, by question; null where none were asked for.</param>
    /// <returns>The attempt with its receipt, also where it was handed in before or the clock was faster; null where there is none of this learner.</returns>
    public Task<Attempt?> RunAsync(Guid attemptId, Guid learnerId, IReadOnlyDictionary<Guid, IReadOnlyList<string>>? ticks, CancellationToken ct) =>
        db.RetryOnConflictAsync(Tries, () => TryAsync(attemptId, learnerId, ticks, ct));

    private async Task<Attempt?> TryAsync(Guid attemptId, Guid learnerId, IReadOnlyDictionary<Guid, IReadOnlyList<string>>? ticks, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var attempt = await db.Attempts.Include(a => a.Assignment).Include(a => a.Submissions).SingleOrDefaultAsync(a => a.Id == attemptId && a.LearnerId == learnerId, ct);
        if (attempt is null || attempt.ClosedAt is not null) return attempt;
        // Where the time is up, the class archived or the learner no longer in it, the button changes nothing.
        if (attempt.IsOver(now) || !await db.Assignments.SetFor(learnerId).AnyAsync(a => a.Id == attempt.AssignmentId, ct))
        {
            await closer.CloseAsync(attempt.AssignmentId, learnerId, ct);
            return attempt;
        }
        var answers = await attemptAnswers.ReadAsync(attempt, now, ct);
        if (!attempt.HandIn(answers, now)) return attempt;
        foreach (var submission in attempt.Submissions.Where(s => ticks?.ContainsKey(s.AssignmentQuestionId) == true)) submission.Tick(ticks![submission.AssignmentQuestionId]);
        await attemptAnswers.SupersedeEarlierAsync(attempt, ct);
        await db.SaveChangesAsync(ct);
        return attempt;
    }
}
