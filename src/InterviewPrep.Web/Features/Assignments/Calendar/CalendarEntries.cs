using InterviewPrep.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Assignments.Calendar;

/// <summary>The deadlines of a person as entries of a calendar: what they have to do, and what they collect.</summary>
public static class CalendarEntries
{
    private const int Most = 500;

    /// <param name="root">The site's address, without a slash at the end.</param>
    /// <param name="since">Deadlines before that are left out.</param>
    public static async Task<IReadOnlyList<CalendarEntry>> ReadAsync(AppDb db, Guid person, string root, DateTimeOffset since, CancellationToken ct)
    {
        var own = await db.Assignments.AsNoTracking().Include(a => a.Class).Include(a => a.Extensions.Where(e => e.LearnerId == person)).SetFor(person)
            .Where(a => a.DueAt > since || db.Attempts.Any(t => t.AssignmentId == a.Id && t.LearnerId == person && t.Returned!.DueAt > since)).OrderByDescending(a => a.DueAt).Take(Most).ToListAsync(ct);
        var ids = own.ConvertAll(a => a.Id);
        var attempts = (await db.Attempts.AsNoTracking().Include(a => a.Returned).OwnedBy(person).Where(a => ids.Contains(a.AssignmentId)).ToListAsync(ct)).ToLookup(a => a.AssignmentId);
        var taught = await db.Assignments.AsNoTracking().Include(a => a.Class).MarkedBy(person).Where(a => a.DueAt > since && a.Class.Archive == null).OrderByDescending(a => a.DueAt).Take(Most).ToListAsync(ct);
        return [.. own.Select(a => ToDo(a, attempts[a.Id], root)).Concat(taught.Select(a => ToCollect(a, root))).OrderBy(e => e.At)];
    }

    // An extension and 退回重做 change the deadline of one learner, so each of them counts as a change of that learner's entry.
    private static CalendarEntry ToDo(Assignment assignment, IEnumerable<Attempt> attempts, string root)
    {
        var extension = assignment.Extensions.FirstOrDefault();
        var returns = attempts.Select(a => a.Returned).OfType<AttemptReturn>().OrderBy(r => r.At).ToList();
        var deadlines = assignment.DeadlinesFor(extension);
        return Entry(assignment, $"作业截止：{assignment.Title}", $"{root}/assignments/{assignment.Id}", returns.LastOrDefault()?.DueAt ?? deadlines.DueAt, deadlines.Minutes,
            assignment.Revision + (extension?.Revision ?? 0) + returns.Count, [extension?.At, .. returns.Select(r => (DateTimeOffset?)r.At)]);
    }

    private static CalendarEntry ToCollect(Assignment assignment, string root) =>
        Entry(assignment, $"收作业：{assignment.Title}", $"{root}/classes/{assignment.ClassId}/assignments/{assignment.Id}", assignment.DueAt, assignment.Minutes, assignment.Revision, []);

    private static CalendarEntry Entry(Assignment assignment, string title, string address, DateTimeOffset due, int minutes, int changes, IEnumerable<DateTimeOffset?> changedAt) =>
        new($"{assignment.Id}@interviewprep", title, $"{assignment.Class.Name}{(assignment.Pace == Pace.Timed ? $"，限时 {minutes} 分钟" : "")}", address, due,
            changes - 1, changedAt.Append(assignment.Class.RenamedAt).Append(assignment.ChangedAt).OfType<DateTimeOffset>().Max());
}
