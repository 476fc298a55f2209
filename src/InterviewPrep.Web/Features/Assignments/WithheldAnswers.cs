using System.Linq.Expressions;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Questions;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Assignments;

/// <summary>
/// An assignment keeps its model answers back until its own time. One of a question that is in no bank of the learner's does so also after
/// the learner has left the class or the class has ended.
/// </summary>
internal sealed class WithheldAnswers(AppDb db, TimeProvider time) : IWithheldAnswers
{
    public async Task<bool> AreWithheldAsync(int questionId, Guid? person, CancellationToken ct)
    {
        if (person is null) return false;
        if (await Withholding(person).AnyAsync(a => a.Questions.Any(q => q.QuestionId == questionId), ct)) return true;
        if (await db.Visible(person).AnyAsync(q => q.Id == questionId, ct)) return false;
        return await db.Assignments.AsNoTracking().Where(a => a.Questions.Any(q => q.QuestionId == questionId) && db.Attempts.Any(t => t.AssignmentId == a.Id && t.LearnerId == person))
            .AnyAsync(Withholds(person), ct);
    }

    public async Task<IReadOnlyCollection<int>> AllWithheldAsync(Guid? person, CancellationToken ct) =>
        person is null ? [] : await Withholding(person).SelectMany(a => a.Questions).Select(q => q.QuestionId).Distinct().ToListAsync(ct);

    private IQueryable<Assignment> Withholding(Guid? person) => db.Assignments.AsNoTracking().SetFor(person).Opened(time.GetUtcNow()).Where(Withholds(person));

    private Expression<Func<Assignment, bool>> Withholds(Guid? person)
    {
        var now = time.GetUtcNow();
        return a => a.Reveal == Reveal.Never
            || (a.Reveal == Reveal.AfterRelease && a.Release == null)
            || (a.Reveal == Reveal.AtTime && a.RevealAt > now)
            || (a.Reveal == Reveal.AfterHandIn && a.CutOffAt > now && !db.Attempts.Any(t => t.AssignmentId == a.Id && t.LearnerId == person && t.HandedInAt != null))
            || db.Attempts.Any(t => t.AssignmentId == a.Id && t.LearnerId == person && t.ClosedAt == null && a.Pace == Pace.Timed && t.EndsAt > now);
    }
}
