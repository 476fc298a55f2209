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
}

/// <summary>A learner begins, or goes on with the attempt that runs.</summary>
public sealed class AttemptStart(AppDb db, AttemptCloser closer, TimeProvider time)
{
    public sealed record Result(StartRefusal Refusal, Attempt? Attempt);

    /// <summary>Whether a new attempt may begin now, and on which terms.</summary>
    /// <param name="last">The attempt before, closed; null for the first.</param>
    public static (StartRefusal Refusal, LearnerDeadlines Terms) Judge(Assignment assignment, Extension? extension, Attempt? last, DateTimeOffset now)
    {
        var deadlines = assignment.DeadlinesFor(extension);
        if (now < deadlines.OpensAt) return (StartRefusal.NotOpenYet, deadlines);
        if (last?.Returned is { } returned && returned.At >= last.StartedAt) deadlines = deadlines with { DueAt = returned.DueAt, CutOffAt = returned.DueAt };
        else if ((last?.Number ?? 0) >= assignment.MostAttempts) return (StartRefusal.NoAttemptsLeft, deadlines);
        return (now >= deadlines.ClosesAt ? StartRefusal.Closed : StartRefusal.None, deadlines);
    }

    public Task<Result> RunAsync(Guid assignmentId, Guid learnerId, CancellationToken ct) => RunAsync(assignmentId, learnerId, collected: false, ct);

    /// <param name="collected">True for sheets that a marker collected on paper: they are taken also after the end.</param>
    public async Task<Result> RunAsync(Guid assignmentId, Guid learnerId, bool collected, CancellationToken ct)
    {
        await closer.CloseAsync(assignmentId, learnerId, ct);
        try
        {
            return await TryAsync(assignmentId, learnerId, collected, ct);
        }
        catch (DbUpdateException e) when (db.IsUniqueViolation(e))
        {
            // Two taps on the button, or two learners with one number drawn: the second try sees what the first left.
            db.ChangeTracker.Clear();
            return await TryAsync(assignmentId, learnerId, collected, ct);
        }
    }

    private async Task<Result> TryAsync(Guid assignmentId, Guid learnerId, bool collected, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var assignment = await db.Assignments.Include(a => a.Questions).ThenInclude(q => q.QuestionRevision).AsSplitQuery()
            .Include(a => a.Extensions.Where(e => e.LearnerId == learnerId)).SetFor(learnerId).SingleOrDefaultAsync(a => a.Id == assignmentId, ct);
        if (assignment is null) return new(StartRefusal.NotFound, null);
        var last = await db.Attempts.Include(a => a.Drafts).ThenInclude(d => d.Draft).Include(a => a.Returned)
            .Where(a => a.AssignmentId == assignmentId && a.LearnerId == learnerId).OrderByDescending(a => a.Number).FirstOrDefaultAsync(ct);
        if (last is { ClosedAt: null }) return new(StartRefusal.None, last);
        var (refusal, deadlines) = Judge(assignment, assignment.Extensions.FirstOrDefault(), last, now);
        if (refusal != StartRefusal.None && !(collected && refusal == StartRefusal.Closed)) return new(refusal, null);

        var drafts = new List<(AssignmentQuestion, Draft)>();
        foreach (var question in assignment.Questions.OrderBy(q => q.Order))
        {
            // A free attempt goes on where the last one stopped; a timed one begins on a clean sheet.
            var kept = assignment.Pace == Pace.Free ? last?.Drafts.FirstOrDefault(d => d.AssignmentQuestionId == question.Id)?.Draft : null;
            drafts.Add((question, kept ?? await NewDraftAsync(question, learnerId, now, ct)));
        }
        var attempt = db.Add(new Attempt(assignmentId, learnerId, (last?.Number ?? 0) + 1, await CandidateNumberAsync(assignmentId, learnerId, ct), deadlines, drafts, now)).Entity;
        await db.SaveChangesAsync(ct);
        return new(StartRefusal.None, attempt);
    }

    private async Task<Draft> NewDraftAsync(AssignmentQuestion question, Guid learnerId, DateTimeOffset now, CancellationToken ct)
    {
        var number = await db.NextNumberAsync(learnerId, question.QuestionId, ct);
        var waiting = db.ChangeTracker.Entries<Draft>().Count(d => d.State == EntityState.Added && d.Entity.QuestionId == question.QuestionId);
        return db.Add(new Draft(Guid.CreateVersion7(), learnerId, question.QuestionRevision, number + waiting, now)).Entity;
    }

    private async Task<int> CandidateNumberAsync(Guid assignmentId, Guid learnerId, CancellationToken ct)
    {
        var drawn = await db.CandidateNumbers.Where(l => l.AssignmentId == assignmentId).ToDictionaryAsync(l => l.LearnerId, l => l.Number, ct);
        return drawn.TryGetValue(learnerId, out var number) ? number : db.Add(new CandidateNumber(assignmentId, learnerId, CandidateNumber.Draw(drawn.Values))).Entity.Number;
    }
}
