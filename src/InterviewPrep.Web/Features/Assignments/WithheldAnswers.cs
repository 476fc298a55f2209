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
        var asking = db.Assignments.Where(a => a.Questions.Any(q => q.QuestionId == questionId));
        if ((await WithholdingAsync(SetNow(asking, learner), learner, ct)).Count > 0) return true;
        if (await db.Visible(person).AnyAsync(q => q.Id == questionId, ct)) return false;
        return (await WithholdingAsync(asking.Where(a => db.Attempts.Any(t => t.AssignmentId == a.Id && t.LearnerId == learner)), learner, ct)).Count > 0;
    }

    public async Task<IReadOnlyCollection<int>> AllWithheldAsync(Guid? person, CancellationToken ct)
    {
        if (person is not { } learner) return [];
        var ids = await WithholdingAsync(SetNow(db.Assignments, learner), learner, ct);
        return ids.Count == 0 ? [] : await db.Assignments.Where(a => ids.Contains(a.Id)).SelectMany(a => a.Questions).Select(q => q.QuestionId).Distinct().ToListAsync(ct);
    }

    private IQueryable<Assignment> SetNow(IQueryable<Assignment> among, Guid learner) => among.SetFor(learner).Opened(time.GetUtcNow());

    private async Task<List<Guid>> WithholdingAsync(IQueryable<Assignment> among, Guid learner, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var assignments = await among.AsNoTracking().Include(a => a.Release).Include(a => a.Extensions.Where(e => e.LearnerId == learner)).AsSplitQuery().ToListAsync(ct);
        if (assignments.Count == 0) return [];
        var ids = assignments.ConvertAll(a => a.Id);
        var attempts = (await db.Attempts.AsNoTracking().OwnedBy(learner).Where(t => ids.Contains(t.AssignmentId)).ToListAsync(ct)).ToLookup(t => t.AssignmentId);
        return [.. assignments.Where(a => a.Withholds(a.Extensions.FirstOrDefault(), [.. attempts[a.Id]], now)).Select(a => a.Id)];
    }
}
