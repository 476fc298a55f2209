using InterviewPrep.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Classes;

/// <summary>The learners of a class as a teacher counts them: who has joined, and who stands on the roster and has not joined yet.</summary>
public static class ClassLearners
{
    /// <summary>Lines of a class's roster that nobody has joined for yet.</summary>
    public static IQueryable<RosterRow> NotJoined(this IQueryable<RosterRow> rows, Guid classId) => rows.Where(r => r.ClassId == classId && r.UserId == null && r.LeftAt == null);

    /// <summary>How many learners a class has, with those who have not joined yet.</summary>
    public static async Task<int> CountLearnersAsync(this AppDb db, Guid classId, CancellationToken ct) =>
        await db.Memberships.CountAsync(m => m.ClassId == classId && m.LeftAt == null && m.Role == ClassRole.Learner, ct) + await db.RosterRows.NotJoined(classId).CountAsync(ct);
}
