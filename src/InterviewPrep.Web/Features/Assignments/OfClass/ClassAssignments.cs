using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Classes;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Assignments.OfClass;

/// <summary>An assignment in the list of its class.</summary>
/// <param name="HandedIn">How many of the learners who are in the class have handed in at least once.</param>
/// <param name="Unmarked">Latest answers without a complete mark.</param>
/// <param name="MoreDays">Of 每日一练, how many days come after this one that is not open yet; they stand on the list's own page.</param>
public sealed record ClassAssignment(Guid Id, string Title, DateTimeOffset OpensAt, DateTimeOffset DueAt, Guid? SeriesId, int HandedIn, int Unmarked, bool IsReleased, int MoreDays = 0);

/// <summary>What was set for a class, as its markers look for it: what runs, then what comes next, then what is over.</summary>
/// <param name="Running">By deadline. In an archived class nothing runs any more.</param>
/// <param name="Coming">By opening time; of a list of 每日一练 only the next day.</param>
/// <param name="Over">The latest first.</param>
public sealed record ClassAssignments(IReadOnlyList<ClassAssignment> Running, IReadOnlyList<ClassAssignment> Coming, IReadOnlyList<ClassAssignment> Over)
{
    private const int MostOver = 200;

    public static async Task<ClassAssignments> ReadAsync(AppDb db, SchoolClass schoolClass, DateTimeOffset now, CancellationToken ct)
    {
        var rows = await db.CachedAsync(("assignments of class", schoolClass.Id), () => ReadRowsAsync(db, schoolClass.Id, now, ct));
        // Kept for as long as they stay as they are, while one after the other opens and ends.
        var over = rows.Where(a => schoolClass.Archive is not null || a.DueAt <= now).OrderByDescending(a => a.DueAt).Take(MostOver).ToList();
        if (schoolClass.Archive is not null) return new([], [], over);
        var rest = rows.Where(a => a.DueAt > now).OrderBy(a => a.OpensAt).ToList();
        var coming = rest.Where(a => a.OpensAt > now).GroupBy(a => a.SeriesId ?? a.Id).Select(g => g.First() with { MoreDays = g.Count() - 1 });
        return new([.. rest.Where(a => a.OpensAt <= now).OrderBy(a => a.DueAt)], [.. coming.OrderBy(a => a.OpensAt)], over);
    }

    private static async Task<List<ClassAssignment>> ReadRowsAsync(AppDb db, Guid classId, DateTimeOffset now, CancellationToken ct)
    {
        var handedIn = db.Attempts.HandedInByMembers();
        IQueryable<ClassAssignment> Rows(IQueryable<Assignment> assignments) => assignments.Select(a => new ClassAssignment(a.Id, a.Title, a.OpensAt, a.DueAt, a.SeriesId,
            handedIn.Where(t => t.AssignmentId == a.Id).Select(t => t.LearnerId).Distinct().Count(),
            db.Submissions.Count(s => s.AssignmentId == a.Id && s.IsLatest && !s.IsMarked), a.Release != null, 0));
        var all = db.Assignments.AsNoTracking().Where(a => a.ClassId == classId);
        return [.. await Rows(all.Where(a => a.DueAt > now)).ToListAsync(ct), .. await Rows(all.Where(a => a.DueAt <= now).OrderByDescending(a => a.DueAt).Take(MostOver)).ToListAsync(ct)];
    }
}
