using System.Globalization;
using System.Text;
using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Site;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Lessons;

/// <summary>Lessons read and exercises written, as a person's own.</summary>
public sealed class LessonPersonalData(AppDb db, ContentLibrary content, SiteTime time) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers => [typeof(LessonCompletion), typeof(ExerciseAnswer)];

    public IQueryable<OwnerActivity> Activity => db.LessonCompletions.Select(c => new OwnerActivity { OwnerId = c.OwnerId, At = c.At })
        .Concat(db.ExerciseAnswers.Select(a => new OwnerActivity { OwnerId = a.OwnerId, At = a.At }));

    public async Task TransferAsync(Guid visitor, Guid account, CancellationToken ct)
    {
        var read = await db.LessonCompletions.Where(c => c.OwnerId == visitor).ToListAsync(ct);
        var readBefore = read.Count == 0 ? [] : await db.LessonCompletions.Where(c => c.OwnerId == account).ToDictionaryAsync(c => c.Lesson, ct);
        foreach (var completion in read)
        {
            if (!readBefore.TryGetValue(completion.Lesson, out var mine))
            {
                completion.GiveTo(account);
                continue;
            }
            mine.Absorb(completion);
            db.Remove(completion);
        }

        var written = await db.ExerciseAnswers.Where(a => a.OwnerId == visitor).ToListAsync(ct);
        var writtenBefore = written.Count == 0 ? [] : await db.ExerciseAnswers.Where(a => a.OwnerId == account).ToDictionaryAsync(a => a.Lesson, ct);
        foreach (var answer in written)
        {
            if (!writtenBefore.TryGetValue(answer.Lesson, out var mine))
            {
                answer.GiveTo(account);
                continue;
            }
            mine.Absorb(answer);
            db.Remove(answer);
        }
    }

    public async Task ExportAsync(Guid account, ExportArchive archive, CancellationToken ct)
    {
        var read = await db.LessonCompletions.AsNoTracking().Where(c => c.OwnerId == account).OrderBy(c => c.At).ToListAsync(ct);
        var written = await db.ExerciseAnswers.AsNoTracking().Where(a => a.OwnerId == account).OrderBy(a => a.At).ToListAsync(ct);
        await archive.AddJsonAsync("lessons.json", new
        {
            Read = read.Select(c => new { c.Lesson, c.At }),
            Exercises = written.Select(a => new { a.Lesson, a.Text, a.At, a.Earlier }),
        }, ct);
        string Title(string slug) => content.FindLesson(slug)?.Title ?? slug;
        var page = new StringBuilder("# 课程\n\n## 学完的课\n\n");
        foreach (var completion in read) page.Append(CultureInfo.InvariantCulture, $"- {Title(completion.Lesson)}（{time.Long(completion.At)}）\n");
        page.Append("\n## 练一句\n");
        foreach (var answer in written)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n### {Title(answer.Lesson)}\n\n{answer.Text}\n");
            foreach (var earlier in answer.Earlier) page.Append(CultureInfo.InvariantCulture, $"\n{time.Long(earlier.At)}还写过：\n\n{earlier.Text}\n");
        }
        await archive.AddTextAsync("课程.md", page.ToString(), ct);
    }

    public async Task<IReadOnlyList<string>> TellDeletionAsync(Guid account, CancellationToken ct)
    {
        var (read, written) = (await db.LessonCompletions.CountAsync(c => c.OwnerId == account, ct), await db.ExerciseAnswers.CountAsync(a => a.OwnerId == account, ct));
        return read + written > 0 ? [$"{read} 课的学习记录和 {written} 句课后练习会删除。"] : [];
    }

    public async Task DeleteAsync(Guid owner, CancellationToken ct)
    {
        await db.LessonCompletions.Where(c => c.OwnerId == owner).ExecuteDeleteAsync(ct);
        await db.ExerciseAnswers.Where(a => a.OwnerId == owner).ExecuteDeleteAsync(ct);
    }
}
