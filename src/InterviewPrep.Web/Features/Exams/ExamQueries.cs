using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Questions;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Exams;

/// <summary>A sitting that goes on.</summary>
public sealed record OpenSitting(Guid Id, string Paper, string Title, SittingCourse Course);

public static class ExamQueries
{
    /// <summary>More than that many nobody leaves open; the older ones are found in the list of all.</summary>
    private const int MostOpen = 10;

    public static IQueryable<ExamSitting> OwnedBy(this IQueryable<ExamSitting> sittings, Guid? owner) => sittings.Where(s => s.OwnerId == owner);

    /// <summary>A person's sittings that are not over at an instant, the last one first.</summary>
    public static async Task<IReadOnlyList<OpenSitting>> OpenSittingsAsync(this AppDb db, Guid? owner, DateTimeOffset now, CancellationToken ct)
    {
        if (owner is null) return [];
        var open = await db.CachedAsync((nameof(OpenSittingsAsync), owner), () =>
            db.ExamSittings.AsNoTracking().OwnedBy(owner).Where(s => s.EndedAt == null).OrderByDescending(s => s.CreatedAt).Take(MostOpen).ToListAsync(ct));
        // Nobody may have looked since the time was up.
        return [.. open.Select(s => new OpenSitting(s.Id, s.Paper, s.Title, s.CourseAt(now))).Where(s => !s.Course.IsOver)];
    }

    /// <summary>The questions of a sitting in their order, each as it was asked, with points and model answers where they are wanted.</summary>
    public static async Task<IReadOnlyList<QuestionRevision>> QuestionsAsync(this AppDb db, ExamSitting sitting, bool whole, CancellationToken ct)
    {
        var ids = sitting.Answers.Select(a => a.QuestionRevisionId).ToList();
        var revisions = db.QuestionRevisions.AsNoTracking().AsSplitQuery().Include(r => r.Question).Where(r => ids.Contains(r.Id));
        if (whole) revisions = revisions.Include(r => r.Points.OrderBy(p => p.Order)).Include(r => r.Answers.OrderBy(a => a.Order));
        var found = await revisions.OrderBy(r => r.Id).ToListAsync(ct);
        return [.. sitting.Answers.OrderBy(a => a.Order).Select(a => found.Single(r => r.Id == a.QuestionRevisionId))];
    }
}
