using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Questions;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Assignments;

/// <summary>An assignment keeps its model answers back until its own time.</summary>
internal sealed class WithheldAnswers(AppDb db, TimeProvider time) : IWithheldAnswers
{
    public Task<bool> AreWithheldAsync(int questionId, Guid? person, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return db.Assignments.AsNoTracking().SetFor(person).Opened(now).AnyAsync(a => a.Questions.Any(q => q.QuestionId == questionId)
            && (a.Reveal == Reveal.Never
                || (a.Reveal == Reveal.AfterRelease && a.Release == null)
                || (a.Reveal == Reveal.AtTime && a.RevealAt > now)
                || (a.Reveal == Reveal.AfterHandIn && a.CutOffAt > now && !db.Attempts.Any(t => t.AssignmentId == a.Id && t.LearnerId == person && t.HandedInAt != null))
                || db.Attempts.Any(t => t.AssignmentId == a.Id && t.LearnerId == person && t.ClosedAt == null && a.Pace == Pace.Timed && t.EndsAt > now)), ct);
    }
}
