using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Questions;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Assignments;

/// <summary>
/// An assignment keeps its model answers back from each learner until the time that holds for that learner. One of a question that is in no
/// bank of the learner's does so also after the learner has left the class or the class has ended.
/// </summary>
internal sealed class WithheldAnswers(AppDb db, TimeProvider time) : IWithheldAnswers
{
    public async Task<bool> AreWithheldAsync(int questionId, Guid? person, CancellationToken ct)
    {
        if (person is not { } learner) return false;
        if ((await WithholdingAsync(learner, questionId, ct)).Count > 0) return true;
        if (await db.CachedAsync(("visible", person, questionId), () => db.Visible(person).AnyAsync(q => q.Id == questionId, ct))) return false;
        var begun = await db.Assignments.Where(a => a.Questions.Any(q => q.QuestionId == questionId) && db.Attempts.Any(t => t.AssignmentId == a.Id && t.LearnerId == learner)).WithTimesOf(learner).ToListAsync(ct);
        return (await WithholdingAsync(begun, learner, ct)).Count > 0;
    }

    public async Task<IReadOnlyCollection<int>> AllWithheldAsync(Guid? person, CancellationToken ct)
    {
        if (person is not { } learner) return [];
        var ids = await WithholdingAsync(learner, null, ct);
        return ids.Count == 0 ? [] : await db.CachedAsync(("questions of", string.Join(',', ids)), () => db.Assignments.Where(a => ids.Contains(a.Id)).SelectMany(a => a.Questions).Select(q => q.QuestionId).Distinct().ToListAsync(ct));
    }

    // What is set for the learner now, with one question or with any.
    private async Task<List<Guid>> WithholdingAsync(Guid learner, int? questionId, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var set = await db.CachedAsync(("set", learner, questionId), () => db.Assignments.SetFor(learner).Where(a => questionId == null || a.Questions.Any(q => q.QuestionId == questionId)).WithTimesOf(learner).ToListAsync(ct));
        return await WithholdingAsync(set.FindAll(a => a.OpensAt <= now), learner, ct);
    }

    private async Task<List<Guid>> WithholdingAsync(List<Assignment> among, Guid learner, CancellationToken ct)
    {
        if (among.Count == 0) return [];
        var (now, ids) = (time.GetUtcNow(), among.ConvertAll(a => a.Id));
        var attempts = (await db.CachedAsync(("attempts at", learner, string.Join(',', ids.Order())), () => db.Attempts.AsNoTracking().OwnedBy(learner).Where(t => ids.Contains(t.AssignmentId)).ToListAsync(ct))).ToLookup(t => t.AssignmentId);
        return [.. among.Where(a => a.Withholds(a.Extensions.FirstOrDefault(), [.. attempts[a.Id]], now)).Select(a => a.Id)];
    }
}

internal static class WithheldQueries
{
    /// <summary>Assignments with what decides about one learner's time.</summary>
    public static IQueryable<Assignment> WithTimesOf(this IQueryable<Assignment> assignments, Guid learner) =>
        assignments.AsNoTracking().Include(a => a.Release).Include(a => a.Extensions.Where(e => e.LearnerId == learner)).AsSplitQuery();
}
