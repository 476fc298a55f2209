using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Questions;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Assignments;

/// <summary>An assignment keeps its model answers back until its own time.</summary>
internal sealed class WithheldAnswers(AppDb db, TimeProvider time) : IWithheldAnswers
{
    public Task<bool> AreWithheldAsync(int questionId, Guid? person, CancellationToken ct) =>
        Withholding(person).AnyAsync(a => a.Questions.Any(q => q.QuestionId == questionId), ct);

    public async Task<IReadOnlyCollection<int>> AllWithheldAsync(Guid? person, CancellationToken ct) =>
        person is null ? [] : await Withholding(person).SelectMany(a => a.Questions).Select(q => q.QuestionId).Distinct().ToListAsync(ct);

    private IQueryable<Assignment> Withholding(Guid? person)
    {
        var now = time.GetUtcNow();
        return db.Assignments.AsNoTracking().SetFor(person).Opened(now).Where(a =>
            a.Reveal == Reveal.Never
                || (a.Reveal == Reveal.AfterRelease && a.Release == null)
                || (a.Reveal == Reveal.AtTime && a.RevealAt > now)
                || (a.Reveal == Reveal.AfterHandIn && a.CutOffAt > now && !db.Attempts.Any(t => t.AssignmentId == a.Id && t.LearnerId == person && t.HandedInAt != null))
                || db.Attempts.Any(t => t.AssignmentId == a.Id && t.LearnerId == person && t.ClosedAt == null && a.Pace == Pace.Timed && t.EndsAt > now));
    }
}
