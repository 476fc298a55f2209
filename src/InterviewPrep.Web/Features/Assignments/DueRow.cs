using InterviewPrep.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Assignments;

/// <summary>Where a learner stands with an assignment.</summary>
public enum DueState
{
    NotOpenYet,
    ToDo,

    /// <summary>Begun and not handed in; in a timed one the clock runs.</summary>
    Running,

    /// <summary>Given back to be done again.</summary>
    Returned,
    HandedIn,

    /// <summary>Over, and nothing came in.</summary>
    Missed,
}

/// <summary>An assignment with the dates and the state that hold for one learner.</summary>
/// <param name="Deadlines">The times that hold for this learner, now.</param>
/// <param name="EndsAt">While it runs, when its time is up.</param>
/// <param name="MayAgain">True where it is handed in and may be handed in once more.</param>
/// <param name="Returned">Why it was given back; null where it was not, or is handed in again.</param>
/// <param name="Reminder">Id of the teacher's reminder that stands on it; null where none does.</param>
/// <param name="IsArchived">True where the class is archived, so that nothing is begun or handed in any more.</param>
public sealed record DueRow(
    Guid Id, string Title, string ClassName, Pace Pace, int Questions, LearnerDeadlines Deadlines, DueState State,
    DateTimeOffset? EndsAt, DateTimeOffset? HandedInAt, bool WasLate, bool MayAgain, string? Returned, int? Reminder, bool IsArchived)
{
    /// <summary>True where the learner has something to do now.</summary>
    public bool IsOpen => State is DueState.ToDo or DueState.Running or DueState.Returned;

    public static DueRow Of(Assignment assignment, Extension? extension, IReadOnlyList<Attempt> attempts, DateTimeOffset now, int? reminder = null)
    {
        var last = attempts.MaxBy(a => a.Number);
        var handedIn = attempts.Where(a => a.HandedInAt is not null).MaxBy(a => a.Number);
        var (refusal, deadlines) = AttemptStart.Judge(assignment, extension, last, now);
        var isOpen = refusal == StartRefusal.None && assignment.Class.Archive is null;
        var state = last is { ClosedAt: null } ? DueState.Running
            : refusal == StartRefusal.NotOpenYet ? DueState.NotOpenYet
            : last?.Returned is not null && isOpen ? DueState.Returned
            : handedIn is not null ? DueState.HandedIn
            : isOpen ? DueState.ToDo : DueState.Missed;
        return new DueRow(assignment.Id, assignment.Title, assignment.Class.Name, assignment.Pace, assignment.Questions.Count, deadlines, state,
            last is { ClosedAt: null } ? last.EndsAt : null, handedIn?.HandedInAt, handedIn?.IsLate == true, state == DueState.HandedIn && isOpen,
            state is DueState.Returned or DueState.Running ? handedIn?.Returned?.Reason : null, handedIn is null ? reminder : null, assignment.Class.Archive is not null);
    }
}

public static class DueQueries
{
    /// <summary>How long something that is over stays in the lists that are not of one class.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>True where a learner who has handed in may begin once more, or has begun.</summary>
    public static async Task<bool> TakesAnotherAsync(this AppDb db, Guid assignmentId, Guid learner, DateTimeOffset now, CancellationToken ct)
    {
        var assignment = await db.Assignments.SetFor(learner).AsNoTracking().Include(a => a.Extensions.Where(e => e.LearnerId == learner)).SingleOrDefaultAsync(a => a.Id == assignmentId, ct);
        if (assignment is null) return false;
        var last = await db.Attempts.AsNoTracking().Include(a => a.Returned).OwnedBy(learner).Where(a => a.AssignmentId == assignmentId).OrderByDescending(a => a.Number).FirstOrDefaultAsync(ct);
        return last is { ClosedAt: null } || AttemptStart.Judge(assignment, assignment.Extensions.FirstOrDefault(), last, now).Refusal == StartRefusal.None;
    }

    /// <summary>What a learner has to do and has done: open things first by deadline, then the rest, newest first.</summary>
    /// <param name="classId">Only of one class; null for all open classes.</param>
    public static async Task<IReadOnlyList<DueRow>> DueOfAsync(this AppDb db, Guid learner, DateTimeOffset now, Guid? classId, CancellationToken ct)
    {
        var since = now - Kept;
        var attempts = (await db.CachedAsync(("attempts of due work", learner, classId), () => db.Attempts.AsNoTracking().Include(a => a.Returned).OwnedBy(learner)
            .Where(a => classId != null ? a.Assignment.ClassId == classId : a.Assignment.CutOffAt > since
                || db.Attempts.Any(t => t.AssignmentId == a.AssignmentId && t.LearnerId == learner && (t.ClosedAt == null || t.Returned!.DueAt > since))).ToListAsync(ct))).ToLookup(a => a.AssignmentId);
        // Kept for as long as it stays as it is, so what has become too old meanwhile is left out here.
        bool IsShown(Assignment a) => classId is not null || a.CutOffAt > since || IsLate(attempts[a.Id], since);
        var late = attempts.Where(a => IsLate(a, since)).Select(a => a.Key).Order().ToList();
        var assignments = (await db.CachedAsync(("due work", learner, classId, string.Join(',', late)), () => (classId is null
                ? db.Assignments.SetFor(learner).Where(a => a.CutOffAt > since || late.Contains(a.Id))
                : db.Assignments.ReadBy(learner).Where(a => a.ClassId == classId))
            .AsNoTracking().Include(a => a.Class.Archive).Include(a => a.Questions).Include(a => a.Extensions.Where(e => e.LearnerId == learner)).AsSplitQuery()
            .OrderByDescending(a => a.DueAt).Take(200).ToListAsync(ct))).Where(IsShown);
        var reminders = await db.CachedAsync(("reminders", learner), () => db.Reminders.Where(r => r.LearnerId == learner && r.DismissedAt == null)
            .GroupBy(r => r.AssignmentId).Select(g => new { g.Key, Id = g.Max(r => r.Id) }).ToDictionaryAsync(g => g.Key, g => g.Id, ct));
        var rows = assignments.Select(a => DueRow.Of(a, a.Extensions.FirstOrDefault(), [.. attempts[a.Id]], now, reminders.TryGetValue(a.Id, out var id) ? id : null)).ToList();
        return [.. rows.Where(r => r.IsOpen).OrderBy(r => r.EndsAt ?? r.Deadlines.DueAt), .. rows.Where(r => !r.IsOpen).OrderByDescending(r => r.Deadlines.DueAt)];
    }

    // Begun and not ended, or given back with a deadline of its own.
    private static bool IsLate(IEnumerable<Attempt> attempts, DateTimeOffset since) => attempts.Any(t => t.ClosedAt is null || t.Returned?.DueAt > since);
}
