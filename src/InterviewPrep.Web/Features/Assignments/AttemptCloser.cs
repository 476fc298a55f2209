using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Classes;
using InterviewPrep.Web.Features.Drafts;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Assignments;

/// <summary>
/// Ends attempts that may not go on: the time is up, the class is archived, or the learner has left it. Called before anybody looks at
/// attempts, by what archives and removes, and now and then by the site itself.
/// </summary>
public sealed class AttemptCloser(AppDb db, AttemptAnswers attemptAnswers, TimeProvider time) : IBeforeDraftSave
{
    /// <summary>Most attempts that one call closes; the next call goes on.</summary>
    private const int Batch = 200;

    /// <summary>Of one learner at one assignment.</summary>
    public Task CloseAsync(Guid assignmentId, Guid learnerId, CancellationToken ct) =>
        CloseWhereDueAsync(("open attempts", assignmentId, learnerId), db.Attempts.Where(a => a.AssignmentId == assignmentId && a.LearnerId == learnerId), ct);

    /// <summary>Of one learner, at whatever.</summary>
    public Task CloseOfAsync(Guid learnerId, CancellationToken ct) => CloseWhereDueAsync(("open attempts of learner", learnerId), db.Attempts.Where(a => a.LearnerId == learnerId), ct);

    /// <summary>Of all learners at one assignment.</summary>
    public Task CloseAsync(Guid assignmentId, CancellationToken ct) => CloseWhereDueAsync(("open attempts at", assignmentId), db.Attempts.Where(a => a.AssignmentId == assignmentId), ct);

    /// <summary>Of all learners at all assignments of a class, however many.</summary>
    public async Task CloseOfClassAsync(Guid classId, CancellationToken ct)
    {
        while (await CloseAsync(db.Attempts.Where(a => a.Assignment.ClassId == classId), ct) == Batch) db.ChangeTracker.Clear();
    }

    /// <summary>The attempt that a draft is written in, before a save could change what counts.</summary>
    public async Task BeforeSaveAsync(Guid draftId, CancellationToken ct)
    {
        // Every save asks this, and most drafts are in no attempt.
        if (await OpenAttemptQuery.AnyAsync(db, draftId, ct)) await CloseAsync(db.Attempts.Where(a => a.Drafts.Any(d => d.DraftId == draftId)), ct);
    }

    /// <summary>Everywhere.</summary>
    public Task CloseAllAsync(CancellationToken ct) => CloseAsync(db.Attempts, ct);

    // Every page that shows attempts asks this, and mostly none is due: which are open is known, and the clock is looked at here.
    private async Task CloseWhereDueAsync(object key, IQueryable<Attempt> attempts, CancellationToken ct)
    {
        var open = await db.CachedAsync(key, () => Open(attempts).Select(a => new { a.Attempt.EndsAt, MayGoOn = a.IsMember && !a.IsArchived }).ToListAsync(ct));
        var latest = time.GetUtcNow() - Attempt.Grace;
        if (open.Any(a => a.EndsAt <= latest || !a.MayGoOn)) await CloseAsync(attempts, ct);
    }

    private sealed class OpenAttempt
    {
        public required Attempt Attempt { get; init; }

        public required bool IsArchived { get; init; }

        public required bool IsMember { get; init; }
    }

    private static IQueryable<OpenAttempt> Open(IQueryable<Attempt> attempts) => attempts.Where(a => a.ClosedAt == null)
        .Select(a => new OpenAttempt { Attempt = a, IsArchived = a.Assignment.Class.Archive != null, IsMember = a.Assignment.Class.Members.Any(m => m.UserId == a.LearnerId && m.LeftAt == null && m.Role == ClassRole.Learner) });

    private async Task<int> CloseAsync(IQueryable<Attempt> attempts, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var latest = now - Attempt.Grace;
        var due = Open(attempts).Where(a => a.Attempt.EndsAt <= latest || a.IsArchived || !a.IsMember);
        if (!await due.AnyAsync(ct)) return 0;
        try
        {
            var found = await due.OrderBy(a => a.Attempt.EndsAt).Take(Batch).ToListAsync(ct);
            var ids = found.ConvertAll(a => a.Attempt.Id);
            await db.Attempts.Include(a => a.Assignment).Include(a => a.Submissions).Where(a => ids.Contains(a.Id)).LoadAsync(ct);
            foreach (var (attempt, isMember) in found.Select(a => (a.Attempt, a.IsMember)))
            {
                if (isMember) await EndAsync(attempt, now, ct);
                else attempt.GiveBackDrafts(now);
            }
            await db.SaveChangesAsync(ct);
            return found.Count;
        }
        catch (DbUpdateException e) when (db.IsConflict(e))
        {
            // Another request closed them meanwhile.
            db.ChangeTracker.Clear();
            return 0;
        }
    }

    private async Task EndAsync(Attempt attempt, DateTimeOffset now, CancellationToken ct)
    {
        var end = attempt.EndsAt + Attempt.Grace;
        var answers = await attemptAnswers.ReadAsync(attempt, now < end ? now : end, ct);
        var before = await db.Submissions.Where(s => s.AssignmentId == attempt.AssignmentId && s.LearnerId == attempt.LearnerId && s.IsLatest)
            .ToDictionaryAsync(s => s.AssignmentQuestionId, s => s.Text, ct);
        if (attempt.IsOver(now)) attempt.RunOut(answers, before, attempt.Assignment.Pace == Pace.Timed, now);
        else attempt.EndWithClass(answers, before, now);
        await attemptAnswers.SupersedeEarlierAsync(attempt, ct);
    }
}
