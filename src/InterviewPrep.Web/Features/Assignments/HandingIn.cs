using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Drafts;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Assignments;

/// <summary>A learner presses 交卷.</summary>
public sealed class HandingIn(AppDb db, AttemptAnswers attemptAnswers, AttemptCloser closer, TimeProvider time)
{
    /// <summary>Hands in the running attempt.</summary>
    /// <param name="ticks">Points that the learner says to have made, by question; null where none were asked for.</param>
    /// <returns>The attempt with its receipt, also where it was handed in before or the clock was faster; null where there is none of this learner.</returns>
    public async Task<Attempt?> RunAsync(Guid attemptId, Guid learnerId, IReadOnlyDictionary<Guid, IReadOnlyList<string>>? ticks, CancellationToken ct)
    {
        try
        {
            return await TryAsync(attemptId, learnerId, ticks, ct);
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || db.IsUniqueViolation(e))
        {
            db.ChangeTracker.Clear();
            return await TryAsync(attemptId, learnerId, ticks, ct);
        }
    }

    private async Task<Attempt?> TryAsync(Guid attemptId, Guid learnerId, IReadOnlyDictionary<Guid, IReadOnlyList<string>>? ticks, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var attempt = await db.Attempts.Include(a => a.Assignment).Include(a => a.Submissions).SingleOrDefaultAsync(a => a.Id == attemptId && a.LearnerId == learnerId, ct);
        if (attempt is null || attempt.ClosedAt is not null) return attempt;
        if (attempt.IsOver(now))
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

/// <summary>Takes the last saves of attempts whose time is up. Called before anybody looks at attempts, and now and then by the site itself.</summary>
public sealed class AttemptCloser(AppDb db, AttemptAnswers attemptAnswers, TimeProvider time) : IBeforeDraftSave
{
    /// <summary>Most attempts that one call closes; the next call goes on.</summary>
    private const int Batch = 200;

    /// <summary>Of one learner at one assignment.</summary>
    public Task CloseAsync(Guid assignmentId, Guid learnerId, CancellationToken ct) =>
        CloseAsync(db.Attempts.Where(a => a.AssignmentId == assignmentId && a.LearnerId == learnerId), ct);

    /// <summary>Of one learner, at whatever.</summary>
    public Task CloseOfAsync(Guid learnerId, CancellationToken ct) => CloseAsync(db.Attempts.Where(a => a.LearnerId == learnerId), ct);

    /// <summary>Of all learners at one assignment.</summary>
    public Task CloseAsync(Guid assignmentId, CancellationToken ct) => CloseAsync(db.Attempts.Where(a => a.AssignmentId == assignmentId), ct);

    /// <summary>The attempt that a draft is written in, before a save could change what counts.</summary>
    public Task BeforeSaveAsync(Guid draftId, CancellationToken ct) =>
        CloseAsync(db.Attempts.Where(a => a.Drafts.Any(d => d.DraftId == draftId)), ct);

    /// <summary>Everywhere.</summary>
    public Task CloseAllAsync(CancellationToken ct) => CloseAsync(db.Attempts, ct);

    private async Task CloseAsync(IQueryable<Attempt> attempts, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var latest = now - Attempt.Grace;
        if (!await attempts.AnyAsync(a => a.ClosedAt == null && a.EndsAt <= latest, ct)) return;
        try
        {
            foreach (var attempt in await attempts.Include(a => a.Assignment).Include(a => a.Submissions).Where(a => a.ClosedAt == null && a.EndsAt <= latest).OrderBy(a => a.EndsAt).Take(Batch).ToListAsync(ct))
            {
                var answers = await attemptAnswers.ReadAsync(attempt, attempt.EndsAt + Attempt.Grace, ct);
                var before = await db.Submissions.Where(s => s.AssignmentId == attempt.AssignmentId && s.LearnerId == attempt.LearnerId && s.IsLatest)
                    .ToDictionaryAsync(s => s.AssignmentQuestionId, s => s.Text, ct);
                attempt.RunOut(answers, before, attempt.Assignment.Pace == Pace.Timed, now);
                await attemptAnswers.SupersedeEarlierAsync(attempt, ct);
            }
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || db.IsUniqueViolation(e))
        {
            // Somebody else closed them meanwhile, which is all that was wanted.
            db.ChangeTracker.Clear();
        }
    }
}
