using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Classes;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Assignments;

/// <summary>Draws 抽签号. Draws for one assignment are serialized by a lock, so that no two learners get the same number.</summary>
public static class CandidateNumbers
{
    /// <summary>Locks the drawing for an assignment until the open transaction ends.</summary>
    public static Task WaitToDrawAsync(this AppDb db, Guid assignmentId, CancellationToken ct) =>
        db.Assignments.Where(a => a.Id == assignmentId).ExecuteUpdateAsync(set => set.SetProperty(a => a.Revision, a => a.Revision), ct);

    /// <summary>Draws for the learners who have no number; the caller holds the lock and saves.</summary>
    /// <returns>The numbers of all learners who have one.</returns>
    public static async Task<IReadOnlyDictionary<Guid, int>> DrawAsync(this AppDb db, Assignment assignment, IEnumerable<Guid> learners, CancellationToken ct)
    {
        var drawn = await db.CandidateNumbers.Where(c => c.AssignmentId == assignment.Id).ToDictionaryAsync(c => c.LearnerId, c => c.Number, ct);
        var inClass = await db.CountLearnersAsync(assignment.ClassId, ct);
        foreach (var learner in learners.Where(l => !drawn.ContainsKey(l)))
        {
            drawn[learner] = CandidateNumber.Draw(drawn.Values, inClass);
            db.Add(new CandidateNumber(assignment.Id, learner, drawn[learner]));
        }
        return drawn;
    }
}
