using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Site;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>
/// Everything that one person wrote, in one ZIP file: <c>everything.json</c> for programs and one Markdown file for each draft for
/// people. Deleted drafts and all versions are in it.
/// </summary>
public sealed class DraftExport(AppDb db, ContentLibrary content, SiteTime time)
{
    /// <summary>Version of the JSON file's shape.</summary>
    public const int Format = 1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private sealed record File(int Format, DateTime ExportedAt, IReadOnlyList<Entry> Drafts, IReadOnlyList<Exercise> Exercises, IReadOnlyList<LessonRead> LessonsRead);

    private sealed record Entry(
        Guid Id, string Question, string Title, string Prompt, int Attempt, int Revision, DateTime CreatedAt, DateTime SavedAt, DateTime? FinishedAt, DateTime? DeletedAt,
        DraftText Sections, Score? SelfScore, IReadOnlyList<Version> Versions);

    private sealed record Score(int Earned, int Total, IReadOnlyList<string> Points, DateTime At);

    private sealed record Version(string Name, int Revision, DateTime SavedAt, bool Aside, DraftText Sections);

    private sealed record Exercise(string Lesson, string Text, DateTime At);

    private sealed record LessonRead(string Lesson, DateTime At);

    /// <summary>Name of the file, with the day on it.</summary>
    public string FileName => $"我的作答 {time.Local(time.Now):yyyy-MM-dd}.zip";

    /// <summary>Writes the ZIP file of one person; a person without a word gets one with empty lists.</summary>
    public async Task WriteAsync(Stream output, Guid? owner, CancellationToken ct)
    {
        var drafts = await db.Drafts.AsNoTracking().AsSplitQuery().Where(d => owner != null && d.OwnerId == owner)
            .Include(d => d.Question).Include(d => d.QuestionRevision).Include(d => d.SelfScore).Include(d => d.Versions.OrderBy(v => v.Id))
            .OrderBy(d => d.CreatedAt).ToListAsync(ct);
        var exercises = await db.ExerciseAnswers.AsNoTracking().Where(a => a.OwnerId == owner).OrderBy(a => a.Id).ToListAsync(ct);
        var lessons = await db.LessonCompletions.AsNoTracking().Where(c => c.OwnerId == owner).OrderBy(c => c.Id).ToListAsync(ct);

        await using var zip = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, ct);
        await AddAsync(zip, "everything.json", JsonSerializer.Serialize(new File(
            Format, time.Now.UtcDateTime, [.. drafts.Select(Describe)],
            [.. exercises.Select(e => new Exercise(e.Lesson, e.Text, e.At.UtcDateTime))], [.. lessons.Select(l => new LessonRead(l.Lesson, l.At.UtcDateTime))]), Json), ct);
        var number = 0;
        foreach (var draft in drafts) await AddAsync(zip, $"{++number:000} {Plain(draft.Question.Title)} 第{draft.Number}稿.md", Markdown(draft), ct);
        if (exercises.Count > 0) await AddAsync(zip, "练一句.md", string.Join("\n\n", exercises.Select(e => $"## {content.FindLesson(e.Lesson)?.Title ?? e.Lesson}\n\n{e.Text}")) + "\n", ct);
    }

    private static Entry Describe(Draft d) => new(
        d.Id, d.Question.Slug, d.Question.Title, d.QuestionRevision.Prompt, d.Number, d.Revision, d.CreatedAt.UtcDateTime, d.SavedAt.UtcDateTime,
        d.FinishedAt?.UtcDateTime, d.DeletedAt?.UtcDateTime, d.Text,
        d.SelfScore is { } s ? new Score(s.Earned, s.Total, s.Ticks, s.At.UtcDateTime) : null,
        [.. d.Versions.Select(v => new Version(v.Name, v.Revision, v.SavedAt.UtcDateTime, v.IsAside, v.Text))]);

    private string Markdown(Draft draft)
    {
        var text = new StringBuilder($"# {draft.Question.Title}\n\n> {draft.QuestionRevision.Prompt.ReplaceLineEndings("\n> ")}\n\n");
        text.Append($"第 {draft.Number} 稿 · {time.Long(draft.SavedAt)} 保存 · {draft.Text.Zi} 字");
        if (draft.SelfScore is { } score) text.Append($" · 自评 {score.Earned}/{score.Total} 分");
        if (draft.DeletedAt is not null) text.Append(" · 已删除");
        text.Append('\n').Append(Stages(draft, draft.Text, "##"));
        foreach (var version in draft.Versions.Where(v => v.IsAside || v.Revision != draft.Revision || v.Name.Length > 0).Reverse())
        {
            var name = version.IsAside ? "冲突时的另一份" : version.Name.Length > 0 ? version.Name : "较早的版本";
            text.Append($"\n---\n\n## {name}（{time.Long(version.SavedAt)}）\n").Append(Stages(draft, version.Text, "###"));
        }
        return text.ToString();
    }

    // By the frame's order and names; a stage that the frame no longer has keeps its id for a name.
    private string Stages(Draft draft, DraftText text, string heading)
    {
        var framework = content.FindFramework(draft.QuestionRevision.Framework);
        var ids = framework?.Stages.Select(s => s.Id).ToList() ?? [];
        return string.Concat(text.OrderBy(s => ids.IndexOf(s.Key) is var i && i < 0 ? int.MaxValue : i)
            .Select(s => $"\n{heading} {framework?.FindStage(s.Key)?.Name ?? s.Key}\n\n{s.Value}\n"));
    }

    private static async Task AddAsync(ZipArchive zip, string name, string text, CancellationToken ct)
    {
        await using var entry = await zip.CreateEntry(name).OpenAsync(ct);
        await entry.WriteAsync(Encoding.UTF8.GetBytes(text), ct);
    }

    // Titles become names of files on any system.
    private static string Plain(string title) => string.Concat(title.Select(c => char.IsControl(c) || "\\/:*?\"<>|.".Contains(c) ? '_' : c));
}
