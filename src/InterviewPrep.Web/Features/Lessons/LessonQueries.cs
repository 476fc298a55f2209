using InterviewPrep.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Lessons;

public static class LessonQueries
{
    /// <summary>Slugs of the lessons that a person has read.</summary>
    public static async Task<IReadOnlySet<string>> ReadLessonsAsync(this AppDb db, Guid? owner, CancellationToken ct) =>
        await db.CachedAsync(("lessons read", owner), () => db.LessonCompletions.Where(c => c.OwnerId == owner).Select(c => c.Lesson).ToHashSetAsync(ct));
}
