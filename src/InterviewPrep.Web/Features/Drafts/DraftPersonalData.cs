using System.Globalization;
using System.Text;
using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Site;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>Drafts with their versions and self-scores, as a person's own.</summary>
public sealed class DraftPersonalData(AppDb db, ContentLibrary content, SiteTime time) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers => [typeof(Draft)];

    /// <summary>A visitor's attempts come after those that the account has at the same question.</summary>
    public async Task TransferAsync(Guid visitor, Guid account, CancellationToken ct)
    {
        var drafts = await db.Drafts.OwnedBy(visitor).OrderBy(d => d.QuestionId).ThenBy(d => d.Number).ToListAsync(ct);
        if (drafts.Count == 0) return;
        var last = await db.Drafts.OwnedBy(account).GroupBy(d => d.QuestionId)
            .Select(g => new { g.Key, Attempt = g.Max(d => d.Number) }).ToDictionaryAsync(g => g.Key, g => g.Attempt, ct);
        foreach (var draft in drafts)
        {
            last[draft.QuestionId] = last.GetValueOrDefault(draft.QuestionId) + 1;
            draft.GiveTo(account, last[draft.QuestionId]);
        }
    }

    public async Task ExportAsync(Guid account, ExportArchive archive, CancellationToken ct)
    {
        var drafts = await db.Drafts.AsNoTracking().OwnedBy(account).Include(d => d.Question).Include(d => d.QuestionRevision).Include(d => d.SelfScore)
            .Include(d => d.Versions.OrderBy(v => v.Id)).OrderBy(d => d.CreatedAt).ThenBy(d => d.Id).ToListAsync(ct);
        await archive.AddJsonAsync("drafts.json", drafts.Select(d => new
        {
            d.Id,
            Question = d.Question.Slug,
            d.Question.Title,
            d.QuestionRevision.Prompt,
            Attempt = d.Number,
            d.CreatedAt,
            d.SavedAt,
            d.FinishedAt,
            Sections = d.Text,
            SelfScore = d.SelfScore is { } s ? new { s.Ticks, s.Earned, s.Total, s.At } : null,
            Versions = d.Versions.Select(v => new { v.Revision, v.SavedAt, v.Name, Sections = v.Text }),
        }), ct);
        for (var i = 0; i < drafts.Count; i++)
            await archive.AddTextAsync(string.Create(CultureInfo.InvariantCulture, $"作答/{i + 1:000}-{ExportArchive.FileName(drafts[i].Question.Title)}-第{drafts[i].Number}稿.md"), Markdown(drafts[i]), ct);
    }

    public async Task<IReadOnlyList<string>> TellDeletionAsync(Guid account, CancellationToken ct) =>
        await db.Drafts.OwnedBy(account).CountAsync(ct) is > 0 and var count ? [$"{count} 份作答，连同全部版本和自评，都会删除，找不回来。"] : [];

    public Task DeleteAsync(Guid account, CancellationToken ct) => db.Drafts.OwnedBy(account).ExecuteDeleteAsync(ct);

    private string Markdown(Draft draft)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"# {draft.Question.Title}（第 {draft.Number} 稿）\n\n{draft.QuestionRevision.Prompt}\n\n{time.Long(draft.SavedAt)}保存，{draft.Text.Zi} 字");
        if (draft.SelfScore is { } score) page.Append(CultureInfo.InvariantCulture, $"，自评 {score.Earned}/{score.Total} 分");
        page.Append('\n');
        Append(page, draft, draft.Text, "##");
        foreach (var version in draft.Versions)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## 版本：{time.Long(version.SavedAt)}{(version.Name.Length > 0 ? $"，{version.Name}" : "")}\n");
            Append(page, draft, version.Text, "###");
        }
        return page.ToString();
    }

    private void Append(StringBuilder page, Draft draft, DraftText text, string heading)
    {
        var framework = content.FindFramework(draft.QuestionRevision.Framework);
        foreach (var (stage, words) in text) page.Append(CultureInfo.InvariantCulture, $"\n{heading} {framework?.FindStage(stage)?.Name ?? stage}\n\n{words}\n");
    }
}
