using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Classes;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Assignments;

/// <summary>Counts the running attempts of a class's learners, and closes those that may not go on.</summary>
internal sealed class RunningWork(AppDb db, AttemptCloser closer) : IRunningWork
{
    public async Task<IReadOnlyDictionary<Guid, int>> CountAsync(Guid classId, CancellationToken ct) =>
        await db.Attempts.Where(a => a.ClosedAt == null && a.Assignment.ClassId == classId).GroupBy(a => a.LearnerId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);

    public Task EndAsync(Guid classId, CancellationToken ct) => closer.CloseOfClassAsync(classId, ct);
}
