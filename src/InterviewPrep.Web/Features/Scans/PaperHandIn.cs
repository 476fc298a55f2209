using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Handwriting;
using InterviewPrep.Web.Features.Paper.Codes;
using InterviewPrep.Web.Features.Questions;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Scans;

/// <summary>
/// Finds the place of a sheet that was printed for an assignment. A learner's own photo joins the running attempt, and is handed in
/// with it; what a marker brings was collected on paper, and is handed in by that.
/// </summary>
public sealed class PaperHandIn(AppDb db, AttemptAnswers attemptAnswers, AttemptStart start, AttemptCloser closer, CurrentPerson person, TimeProvider time)
{
    /// <summary>The answer that the page belongs to; null where the sheet has no place (any more).</summary>
    /// <param name="seat">With its assignment.</param>
    public async Task<ScannedAnswer?> PlaceAsync(ScanCandidate seat, SheetReference reference, QuestionRevision revision, CancellationToken ct)
    {
        var (assignmentId, learner, now) = (seat.Assignment!.Value, seat.Owner, time.GetUtcNow());
        var question = await db.AssignmentQuestions.Where(q => q.AssignmentId == assignmentId && q.QuestionRevisionId == revision.Id).Select(q => (Guid?)q.Id).SingleOrDefaultAsync(ct);
        if (question is not { } questionId) return null;
        await closer.CloseAsync(assignmentId, learner, ct);
        var collected = learner != person.Id;
        var attempt = await FindAsync(assignmentId, learner, reference.AnswerNumber, ct) ?? await BeginAsync(assignmentId, learner, reference.AnswerNumber, collected, ct);
        if (attempt is { IsBrokenOff: true } && collected) attempt = await ResumeAsync(assignmentId, learner, reference.AnswerNumber, ct);
        // What was handed in stays as it was; only who marks adds the pages that were collected with it.
        if (attempt is null || attempt.ClosedAt is not null && !collected) return null;

        var answer = await db.ScannedAnswers.Include(a => a.Pages).SingleOrDefaultAsync(a => a.AttemptId == attempt.Id && a.AssignmentQuestionId == questionId, ct)
            ?? db.Add(new ScannedAnswer(attempt, questionId, revision, now)).Entity;
        if (!collected) return answer;
        if (attempt.ClosedAt is null)
        {
            await db.SaveChangesAsync(ct);
            attempt.Collect(await attemptAnswers.ReadAsync(attempt, now, ct), now);
            await attemptAnswers.SupersedeEarlierAsync(attempt, ct);
        }
        var submission = attempt.Submissions.FirstOrDefault(s => s.AssignmentQuestionId == questionId);
        if (submission is null) return null;
        submission.TakePaper();
        return answer;
    }

    /// <summary>
    /// A page has left an answer: without any page a submission is typed again, and what came in only by collecting it has not come in.
    /// </summary>
    public async Task TakeOutAsync(Guid answerId, CancellationToken ct)
    {
        var answer = await db.ScannedAnswers.Include(a => a.Pages).Include(a => a.Attempt!.Submissions).ThenInclude(s => s.Mark).SingleAsync(a => a.Id == answerId, ct);
        if (answer.Standing.Count > 0 || answer.Attempt is not { } attempt || attempt.Submissions.FirstOrDefault(s => s.AssignmentQuestionId == answer.AssignmentQuestionId) is not { } submission) return;
        var typed = await attemptAnswers.ReadAsync(attempt, time.GetUtcNow(), ct);
        submission.GiveBackPaper(typed.First(a => a.Question == submission.AssignmentQuestionId).Stages);
        if (attempt.Submissions.All(s => s.Mark is null) && attempt.UndoCollect())
        {
            var before = await db.Submissions.Where(s => s.AssignmentId == attempt.AssignmentId && s.LearnerId == attempt.LearnerId && s.AttemptNumber == attempt.Number - 1).ToListAsync(ct);
            foreach (var earlier in before) earlier.StandAgain();
        }
        await db.SaveChangesAsync(ct);
    }

    private async Task<Attempt?> ResumeAsync(Guid assignmentId, Guid learner, int number, CancellationToken ct)
    {
        await start.RunAsync(assignmentId, learner, collected: true, ct);
        return await FindAsync(assignmentId, learner, number, ct);
    }

    private Task<Attempt?> FindAsync(Guid assignmentId, Guid learner, int number, CancellationToken ct) =>
        db.Attempts.Include(a => a.Submissions).Include(a => a.Assignment).SingleOrDefaultAsync(a => a.AssignmentId == assignmentId && a.LearnerId == learner && a.Number == number, ct);

    private async Task<Attempt?> BeginAsync(Guid assignmentId, Guid learner, int number, bool collected, CancellationToken ct)
    {
        if (await db.Attempts.CountAsync(a => a.AssignmentId == assignmentId && a.LearnerId == learner, ct) != number - 1) return null;
        var (_, attempt) = await start.RunAsync(assignmentId, learner, collected, ct);
        return attempt?.Number == number ? await FindAsync(assignmentId, learner, number, ct) : null;
    }
}
