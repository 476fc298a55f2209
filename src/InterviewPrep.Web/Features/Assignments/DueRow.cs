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

/// <summary>An assignment as one learner has it before him.</summary>
/// <param name="Terms">The times that hold for this learner, now.</param>
/// <param name="EndsAt">While it runs, when its time is up.</param>
/// <param name="MayAgain">True where it is handed in and may be handed in once more.</param>
public sealed record DueRow(
    Guid Id, string Title, string ClassName, Pace Pace, int Questions, Terms Terms, DueState State,
    DateTimeOffset? EndsAt, DateTimeOffset? HandedInAt, bool WasLate, bool MayAgain)
{
    /// <summary>True where the learner has something to do now.</summary>
    public bool IsOpen => State is DueState.ToDo or DueState.Running or DueState.Returned;

    public static DueRow Of(Assignment assignment, Extension? extension, IReadOnlyList<Attempt> attempts, DateTimeOffset now)
    {
        var last = attempts.MaxBy(a => a.Number);
        var handedIn = attempts.Where(a => a.HandedInAt is not null).MaxBy(a => a.Number);
        var (refusal, terms) = AttemptStart.Judge(assignment, extension, last, now);
        var isOpen = refusal == StartRefusal.None && assignment.Class.Archive is null;
        var state = last is { ClosedAt: null } ? DueState.Running
            : refusal == StartRefusal.NotOpenYet ? DueState.NotOpenYet
            : last?.Redo is not null && isOpen ? DueState.Returned
            : handedIn is not null ? DueState.HandedIn
            : isOpen ? DueState.ToDo : DueState.Missed;
        return new DueRow(assignment.Id, assignment.Title, assignment.Class.Name, assignment.Pace, assignment.Questions.Count, terms, state,
            last is { ClosedAt: null } ? last.EndsAt : null, handedIn?.HandedInAt, handedIn?.IsLate == true, state == DueState.HandedIn && isOpen);
    }
}

public static class DueQueries
{
    /// <summary>How long something that is over stays in the lists that are not of one class.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>What a learner has to do and has done: open things first by deadline, then the rest, newest first.</summary>
    /// <param name="classId">Only of one class; null for all open classes.</param>
    public static async Task<IReadOnlyList<DueRow>> DueOfAsync(this AppDb db, Guid learner, DateTimeOffset now, Guid? classId, CancellationToken ct)
    {
        var since = now - Kept;
        var assignments = await (classId is null
                ? db.Assignments.SetFor(learner).Where(a => a.CutOffAt > since || db.Attempts.Any(t => t.AssignmentId == a.Id && t.LearnerId == learner && (t.ClosedAt == null || t.Redo!.DueAt > since)))
                : db.Assignments.ReadBy(learner).Where(a => a.ClassId == classId))
            .AsNoTracking().Include(a => a.Class.Archive).Include(a => a.Questions).Include(a => a.Extensions.Where(e => e.LearnerId == learner)).AsSplitQuery()
            .OrderByDescending(a => a.DueAt).Take(200).ToListAsync(ct);
        var ids = assignments.Select(a => a.Id).ToList();
        var attempts = (await db.Attempts.AsNoTracking().Include(a => a.Redo).OwnedBy(learner).Where(a => ids.Contains(a.AssignmentId)).ToListAsync(ct)).ToLookup(a => a.AssignmentId);
        var rows = assignments.Select(a => DueRow.Of(a, a.Extensions.FirstOrDefault(), [.. attempts[a.Id]], now)).ToList();
        return [.. rows.Where(r => r.IsOpen).OrderBy(r => r.EndsAt ?? r.Terms.DueAt), .. rows.Where(r => !r.IsOpen).OrderByDescending(r => r.Terms.DueAt)];
    }
}
