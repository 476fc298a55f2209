using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Classes;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Assignments.Manage;

/// <summary>A learner who has not handed in.</summary>
/// <param name="LearnerId">Null for a line of the roster that nobody has joined for yet.</param>
/// <param name="HasBegun">True where an attempt runs.</param>
/// <param name="RemindedAt">The last reminder, or null.</param>
public sealed record MissingLearner(Guid? LearnerId, string Name, string Number, bool HasBegun, DateTimeOffset? RemindedAt);

/// <summary>Who of the class has handed in. Whoever has not handed in has no answer to be marked, so names are shown here also under anonymity.</summary>
/// <param name="Learners">With those of the roster who have not joined yet.</param>
/// <param name="HandedIn">Of the learners who are in the class now.</param>
/// <param name="Left">Who handed in and is no longer in the class: their answers are kept, and counted among the answers.</param>
public sealed record HandInStatus(int Learners, int HandedIn, int Left, IReadOnlyList<MissingLearner> Missing)
{
    public static async Task<HandInStatus> OfAsync(AppDb db, Assignment assignment, CancellationToken ct)
    {
        var learners = await db.PeopleOf(assignment.ClassId, ClassRole.Learner).ToListAsync(ct);
        var notJoined = await db.RosterRows.NotJoined(assignment.ClassId).Select(r => new MissingLearner(null, r.Name, r.Number, false, null)).ToListAsync(ct);
        var attempts = (await db.Attempts.Where(a => a.AssignmentId == assignment.Id).Select(a => new { a.LearnerId, IsIn = a.HandedInAt != null, Runs = a.ClosedAt == null }).ToListAsync(ct)).ToLookup(a => a.LearnerId);
        var reminded = await db.Reminders.Where(r => r.AssignmentId == assignment.Id).GroupBy(r => r.LearnerId).Select(g => new { g.Key, At = g.Max(r => r.At) }).ToDictionaryAsync(g => g.Key, g => g.At, ct);
        bool HasHandedIn(Guid learner) => attempts[learner].Any(a => a.IsIn);
        var missing = learners.Where(l => !HasHandedIn(l.UserId))
            .Select(l => new MissingLearner(l.UserId, l.Name, l.Number, attempts[l.UserId].Any(a => a.Runs), reminded.TryGetValue(l.UserId, out var at) ? at : null)).Concat(notJoined);
        return new HandInStatus(learners.Count + notJoined.Count, learners.Count(l => HasHandedIn(l.UserId)), attempts.Select(a => a.Key).Except(learners.Select(l => l.UserId)).Count(HasHandedIn),
            [.. missing.OrderBy(l => l.Number, StringComparer.Ordinal)]);
    }
}
