using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Classes;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Assignments;

/// <summary>Drawing of 抽签号. Who draws for an assignment waits for who is drawing, so that no two learners draw one number.</summary>
public static class CandidateNumbers
{
    /// <summary>Takes the turn to draw for an assignment, until the transaction that is open ends.</summary>
    public static Task WaitToDrawAsync(this AppDb db, Guid assignmentId, CancellationToken ct) =>
        db.Assignments.Where(a => a.Id == assignmentId).ExecuteUpdateAsync(set => set.SetProperty(a => a.Revision, a => a.Revision), ct);

    /// <summary>Draws for the learners who have no number; saved by the caller, whose turn it is.</summary>
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
