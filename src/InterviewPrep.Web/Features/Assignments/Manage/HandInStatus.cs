using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Classes;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Assignments.Manage;

/// <summary>A learner who has not handed in.</summary>
/// <param name="HasBegun">True where an attempt runs.</param>
/// <param name="RemindedAt">The last reminder, or null.</param>
public sealed record MissingLearner(Guid LearnerId, string Name, string Number, bool HasBegun, DateTimeOffset? RemindedAt);

/// <summary>Who of the class has handed in. That somebody has not is no secret of the envelope, so these are names.</summary>
public sealed record HandInStatus(int Learners, int HandedIn, IReadOnlyList<MissingLearner> Missing)
{
    public static async Task<HandInStatus> OfAsync(AppDb db, Assignment assignment, CancellationToken ct)
    {
        var learners = (await db.PeopleOf(assignment.ClassId).ToListAsync(ct)).Where(p => p.Role == ClassRole.Learner).ToList();
        var handedIn = (await db.Attempts.Where(a => a.AssignmentId == assignment.Id && a.HandedInAt != null).Select(a => a.LearnerId).Distinct().ToListAsync(ct)).ToHashSet();
        var begun = (await db.Attempts.Where(a => a.AssignmentId == assignment.Id && a.ClosedAt == null).Select(a => a.LearnerId).ToListAsync(ct)).ToHashSet();
        var reminded = await db.Reminders.Where(r => r.AssignmentId == assignment.Id).GroupBy(r => r.LearnerId).Select(g => new { g.Key, At = g.Max(r => r.At) }).ToDictionaryAsync(g => g.Key, g => g.At, ct);
        return new HandInStatus(learners.Count, learners.Count(l => handedIn.Contains(l.UserId)),
            [.. learners.Where(l => !handedIn.Contains(l.UserId)).OrderBy(l => l.Number, StringComparer.Ordinal)
                .Select(l => new MissingLearner(l.UserId, l.Name, l.Number, begun.Contains(l.UserId), reminded.TryGetValue(l.UserId, out var at) ? at : null))]);
    }
}
