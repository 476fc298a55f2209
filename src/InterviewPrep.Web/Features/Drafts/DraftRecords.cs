using System.Globalization;
using System.Text;
using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Site;
using InterviewPrep.Web.Text;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>A draft as it is given out, with all that hangs on it.</summary>
/// <param name="DeletedAt">For a draft in the bin, since when.</param>
public sealed record DraftRecord(
    Guid Id, string Question, string Title, string Prompt, int Attempt, int Revision, DateTimeOffset CreatedAt, DateTimeOffset SavedAt, DateTimeOffset? FinishedAt, DateTimeOffset? DeletedAt,
    DraftText Sections, ScoreRecord? SelfScore, IReadOnlyList<JudgementRecord> Judgements, IReadOnlyList<VersionRecord> Versions);

/// <param name="Points">Ids of the scoring points that the learner found in the own answer.</param>
public sealed record ScoreRecord(int Earned, int Total, IReadOnlyList<string> Points, DateTimeOffset At);

/// <summary>What the learner says of a point: made by these words, or not, for a reason.</summary>
public sealed record JudgementRecord(string Point, bool Made, DismissalReason? Reason, string Stage, string Words, bool MayTeach, DateTimeOffset At);

/// <param name="Aside">True for the other text of a conflict.</param>
public sealed record VersionRecord(string Name, int Revision, DateTimeOffset SavedAt, bool Aside, DraftText Sections);

/// <summary>Everything that one person wrote in drafts, in whatever state: for programs as records, for people as Markdown.</summary>
public sealed class DraftRecords(AppDb db, ContentLibrary content, SiteTime time)
{
    /// <summary>A draft with the name of its file.</summary>
    public sealed record Entry(DraftRecord Record, string FileName, string Markdown);

    public async Task<IReadOnlyList<Entry>> OfAsync(Guid? owner, CancellationToken ct)
    {
        var drafts = await db.Drafts.AsNoTracking().AsSplitQuery().OfOwner(owner).Include(d => d.Question).Include(d => d.QuestionRevision).Include(d => d.SelfScore).Include(d => d.Judgements)
            .Include(d => d.Versions.OrderBy(v => v.Id)).OrderBy(d => d.CreatedAt).ThenBy(d => d.Id).ToListAsync(ct);
        return [.. drafts.Select((d, i) => new Entry(Describe(d), string.Create(CultureInfo.InvariantCulture, $"{i + 1:000} {SafeText.FileName(d.Question.Title)} 第{d.Number}稿.md"), Markdown(d)))];
    }

    private static DraftRecord Describe(Draft d) => new(
        d.Id, d.Question.Slug, d.Question.Title, d.QuestionRevision.Prompt, d.Number, d.Revision, d.CreatedAt, d.SavedAt, d.FinishedAt, d.DeletedAt, d.Text,
        d.SelfScore is { } s ? new ScoreRecord(s.Earned, s.Total, s.Ticks, s.At) : null,
        [.. d.Judgements.OrderBy(j => j.At).ThenBy(j => j.Point).Select(j => new JudgementRecord(j.Point, j.IsMade, j.Reason, j.Stage, j.Words, j.MayTeach, j.At))],
        [.. d.Versions.Select(v => new VersionRecord(v.Name, v.Revision, v.SavedAt, v.IsAside, v.Text))]);

    private string Markdown(Draft draft)
    {
        var text = new StringBuilder($"# {draft.Question.Title}\n\n> {draft.QuestionRevision.Prompt.ReplaceLineEndings("\n> ")}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"第 {draft.Number} 稿 · {time.Long(draft.SavedAt)} 保存 · {draft.Zi} 字");
        if (draft.SelfScore is { } score) text.Append(CultureInfo.InvariantCulture, $" · 自评 {score.Earned}/{score.Total} 分");
        if (draft.DeletedAt is not null) text.Append(" · 已删除");
        text.Append('\n').Append(Stages(draft, draft.Text, "##"));
        foreach (var version in draft.Versions.Where(v => v.IsAside || v.Revision != draft.Revision || v.Name.Length > 0).Reverse())
        {
            var name = version.IsAside ? "冲突时的另一份" : version.Name.Length > 0 ? version.Name : "较早的版本";
            text.Append($"\n---\n\n## {name}（{time.Long(version.SavedAt)}）\n").Append(Stages(draft, version.Text, "###"));
        }
        return text.ToString();
    }

    private string Stages(Draft draft, DraftText text, string heading) =>
        string.Concat(content.FrameworkOf(draft.QuestionRevision.Framework).StagesOf(text).Where(s => text.ContainsKey(s.Id)).Select(s => $"\n{heading} {s.Name}\n\n{text.Of(s.Id)}\n"));
}
