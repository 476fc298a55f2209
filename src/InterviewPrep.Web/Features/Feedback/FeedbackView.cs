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
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Feedback;

/// <summary>What the page of released feedback shows beside the words that were handed in.</summary>
/// <param name="Pinned">Comments on photographed pages.</param>
/// <param name="Pages">The photographed pages, where it was written by hand.</param>
/// <param name="Exemplar">Set where a marker would like to show this answer to the class.</param>
/// <param name="Banned">Phrases in it that the class's teacher asked to use less.</param>
/// <param name="MayHandInAgain">True while the assignment takes another answer.</param>
public sealed record FeedbackView(Submission Submission, VisibleMark Mark, IReadOnlyList<AnnotatedStage> Stages, IReadOnlyList<NumberedComment> Pinned, IReadOnlyList<ScanPage> Pages,
    IReadOnlyList<Appeal> Appeals, Exemplar? Exemplar, IReadOnlyList<string> Banned, bool MayAppeal, bool MayHandInAgain)
{
    /// <summary>Scoring points of which the marker said whether the answer makes them, in the order of the frame.</summary>
    public IReadOnlyList<(ScoringPoint Point, int Stage, bool IsMade)> Verdicts { get; init; } = [];

    public double PointsOf(string element) => Mark.Scores.First(s => s.Element == element).Points;
}

/// <summary>Reads released feedback for the learner whose answer it is.</summary>
public sealed class FeedbackQuery(AppDb db, ContentLibrary content, CurrentPerson person, TimeProvider time)
{
    /// <returns>Null where there is no released mark of this person.</returns>
    public async Task<FeedbackView?> FindAsync(Guid submissionId, CancellationToken ct)
    {
        if (await db.VisibleMarkAsync(submissionId, person.Id, ct) is not { } mark) return null;
        var now = time.GetUtcNow();
        var submission = await db.Submissions.AsNoTracking().Include(s => s.Assignment).Include(s => s.AssignmentQuestion.Question).Include(s => s.AssignmentQuestion.QuestionRevision)
            .OwnedBy(person.Id).SingleAsync(s => s.Id == submissionId, ct);
        var framework = content.FrameworkOf(submission.AssignmentQuestion.QuestionRevision.Framework);
        var (stages, pinned) = AnnotatedAnswer.Of(framework, submission.Text, mark.Comments, mark.Stamps);
        return new FeedbackView(submission, mark, stages, pinned, await db.PagesOfAsync(submission, ct),
            await db.Appeals.AsNoTracking().Where(a => a.SubmissionId == submissionId).OrderBy(a => a.At).ToListAsync(ct),
            await db.Exemplars.AsNoTracking().SingleOrDefaultAsync(e => e.SubmissionId == submissionId, ct),
            await BannedInAsync(submission, ct), now < mark.AppealsUntil, await db.TakesAnotherAsync(submission.AssignmentId, person.Id!.Value, now, ct))
        {
            Verdicts = [.. from stage in framework.Stages
                from point in stage.Points
                let verdict = mark.Points.FirstOrDefault(v => v.Point == point.Id)
                where verdict is not null
                select (point, stage.Number, verdict.IsMade)],
        };
    }

    private async Task<IReadOnlyList<string>> BannedInAsync(Submission submission, CancellationToken ct)
    {
        var spoken = submission.Text.Values.Select(SpeechText.Spoken).ToList();
        var banned = await db.PhraseVerdicts.Where(v => v.ClassId == submission.Assignment.ClassId && v.IsBanned).Select(v => v.Phrase).ToListAsync(ct);
        return [.. banned.Where(p => spoken.Any(s => s.Contains(p, StringComparison.Ordinal)))];
    }
}
