using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Drafts;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Assignments;

/// <summary>Why no attempt can begin.</summary>
public enum StartRefusal
{
    None,
    NotFound,
    NotOpenYet,
    Closed,
    NoAttemptsLeft,
    ClassArchived,
}

/// <summary>A learner begins, or goes on with the attempt that runs.</summary>
public sealed class AttemptStart(AppDb db, AttemptCloser closer, TimeProvider time)
{
    /// <summary>Enough for several taps of one learner at once; different learners cause no conflicts.</summary>
    private const int Tries = 10;

    public sealed record Result(StartRefusal Refusal, Attempt? Attempt);

    /// <summary>Whether a new attempt may begin now, and on which terms.</summary>
    /// <param name="last">The attempt before, closed; null for the first.</param>
    public static (StartRefusal Refusal, LearnerDeadlines Terms) Judge(Assignment assignment, Extension? extension, Attempt? last, DateTimeOffset now)
    {
        var deadlines = assignment.DeadlinesFor(extension);
        if (now < deadlines.OpensAt) return (StartRefusal.NotOpenYet, deadlines);
        if (last?.Returned is { } returned && returned.At >= last.StartedAt) deadlines = deadlines with { DueAt = returned.DueAt, CutOffAt = returned.DueAt };
        else if ((last is null ? 0 : last.IsBrokenOff ? last.Number - 1 : last.Number) >= assignment.MostAttempts) return (StartRefusal.NoAttemptsLeft, deadlines);
        return (now >= deadlines.ClosesAt ? StartRefusal.Closed : StartRefusal.None, deadlines);
    }

    public Task<Result> RunAsync(Guid assignmentId, Guid learnerId, CancellationToken ct) => RunAsync(assignmentId, learnerId, collected: false, ct);

    /// <param name="collected">True for sheets that a marker collected on paper: they are taken also after the end.</param>
    public async Task<Result> RunAsync(Guid assignmentId, Guid learnerId, bool collected, CancellationToken ct)
    {
        await closer.CloseAsync(assignmentId, learnerId, ct);
        // Two taps on the button: the second try finds what the first began.
        return await db.RetryOnConflictAsync(Tries, () => TryAsync(assignmentId, learnerId, collected, ct));
    }

    private async Task<Result> TryAsync(Guid assignmentId, Guid learnerId, bool collected, CancellationToken ct)
    {
        var assignment = await db.Assignments.Include(a => a.Questions).ThenInclude(q => q.QuestionRevision).AsSplitQuery()
            .Include(a => a.Extensions.Where(e => e.LearnerId == learnerId)).SetFor(learnerId).SingleOrDefaultAsync(a => a.Id == assignmentId, ct);
        if (assignment is null) return new(await IsArchivedAsync(assignmentId, ct) ? StartRefusal.ClassArchived : StartRefusal.NotFound, null);
        if (await LastAsync(assignmentId, learnerId, ct) is { ClosedAt: null } running) return new(StartRefusal.None, running);

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.WaitToDrawAsync(assignmentId, ct);
        var (last, now) = (await LastAsync(assignmentId, learnerId, ct), time.GetUtcNow());
        // An earlier tap of the same learner has begun it already.
        if (last is { ClosedAt: null }) return new(StartRefusal.None, last);
        var (refusal, deadlines) = Judge(assignment, assignment.Extensions.FirstOrDefault(), last, now);
        if (refusal != StartRefusal.None && !(collected && refusal == StartRefusal.Closed)) return new(refusal, null);
        if (last is { IsBrokenOff: true }) last.Resume(deadlines);
        else last = await BeginAsync(assignment, learnerId, last, deadlines, now, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new(StartRefusal.None, last);
    }

    private async Task<Attempt> BeginAsync(Assignment assignment, Guid learnerId, Attempt? last, LearnerDeadlines deadlines, DateTimeOffset now, CancellationToken ct)
    {
        var drafts = new List<(AssignmentQuestion, Draft)>();
        foreach (var question in assignment.Questions.OrderBy(q => q.Order))
        {
            // A free attempt goes on with the last one's drafts; a timed one begins with empty drafts.
            var kept = assignment.Pace == Pace.Free ? last?.Drafts.FirstOrDefault(d => d.AssignmentQuestionId == question.Id && d.Draft.DeletedAt is null)?.Draft : null;
            drafts.Add((question, kept ?? await NewDraftAsync(question, learnerId, now, ct)));
        }
        var numbers = await db.DrawAsync(assignment, [learnerId], ct);
        return db.Add(new Attempt(assignment.Id, learnerId, (last?.Number ?? 0) + 1, numbers[learnerId], deadlines, drafts, now)).Entity;
    }

    private Task<Attempt?> LastAsync(Guid assignmentId, Guid learnerId, CancellationToken ct) =>
        db.Attempts.Include(a => a.Drafts).ThenInclude(d => d.Draft).Include(a => a.Returned)
            .Where(a => a.AssignmentId == assignmentId && a.LearnerId == learnerId).OrderByDescending(a => a.Number).FirstOrDefaultAsync(ct);

    private Task<bool> IsArchivedAsync(Guid assignmentId, CancellationToken ct) => db.Assignments.AnyAsync(a => a.Id == assignmentId && a.Class.Archive != null, ct);

    private async Task<Draft> NewDraftAsync(AssignmentQuestion question, Guid learnerId, DateTimeOffset now, CancellationToken ct)
    {
        var number = await db.NextNumberAsync(learnerId, question.QuestionId, ct);
        var waiting = db.ChangeTracker.Entries<Draft>().Count(d => d.State == EntityState.Added && d.Entity.QuestionId == question.QuestionId);
        return db.Add(new Draft(Guid.CreateVersion7(), learnerId, question.QuestionRevision, number + waiting, now)).Entity;
    }
}
