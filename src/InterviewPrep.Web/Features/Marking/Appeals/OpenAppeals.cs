using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Assignments.Manage;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Marking.Appeals;

internal sealed class OpenAppeals(AppDb db) : IOpenAppeals
{
    public Task<int> CountAsync(Guid assignmentId, CancellationToken ct) =>
        db.CachedAsync(("open appeals", assignmentId), () => db.Appeals.CountAsync(a => a.Mark.Submission.AssignmentId == assignmentId && a.AnsweredAt == null, ct));

    public async Task<IReadOnlyDictionary<Guid, int>> CountOfClassAsync(Guid classId, CancellationToken ct) =>
        await db.CachedAsync(("open appeals of class", classId), () => db.Appeals.Where(a => a.Mark.Submission.Assignment.ClassId == classId && a.AnsweredAt == null).GroupBy(a => a.Mark.Submission.AssignmentId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct));
}
