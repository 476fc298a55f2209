using System.IO.Compression;
using System.Text;
using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Site;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>
/// Everything that one person wrote, in one ZIP file: <c>everything.json</c> for programs and one Markdown file for each draft for
/// people. Deleted drafts and all versions are in it.
/// </summary>
public sealed class DraftExport(AppDb db, ContentLibrary content, DraftRecords records, SiteTime time)
{
    /// <summary>Version of the JSON file's shape.</summary>
    public const int Format = 1;

    /// <summary>Name of the file, with the day on it.</summary>
    public string FileName => $"我的作答 {time.Today:yyyy-MM-dd}.zip";

    /// <summary>Writes the ZIP file of one person; a person without a word gets one with empty lists.</summary>
    public async Task WriteAsync(Stream output, Guid? owner, CancellationToken ct)
    {
        var drafts = await records.OfAsync(owner, ct);
        var exercises = await db.ExerciseAnswers.AsNoTracking().Where(a => a.OwnerId == owner).OrderBy(a => a.Id).ToListAsync(ct);
        var lessons = await db.LessonCompletions.AsNoTracking().Where(c => c.OwnerId == owner).OrderBy(c => c.Id).Select(c => new { c.Lesson, c.At }).ToListAsync(ct);

        await using var zip = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, ct);
        var archive = new ExportArchive(zip);
        await archive.AddJsonAsync("everything.json", new
        {
            Format,
            ExportedAt = time.Now,
            Drafts = drafts.Select(d => d.Record),
            Exercises = exercises.Select(e => new { e.Lesson, e.Text, e.At, e.Earlier }),
            LessonsRead = lessons,
        }, ct);
        foreach (var draft in drafts) await archive.AddTextAsync(draft.FileName, draft.Markdown, ct);
        if (exercises.Count > 0) await archive.AddTextAsync("练一句.md", string.Join("\n\n", exercises.Select(e => $"## {content.FindLesson(e.Lesson)?.Title ?? e.Lesson}\n\n{e.Text}")) + "\n", ct);
    }
}
