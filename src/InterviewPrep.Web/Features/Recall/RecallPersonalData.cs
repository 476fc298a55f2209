using System.Globalization;
using System.Text;
using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Site;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Recall;

/// <summary>Missed points and the exercises on them, as a person's own.</summary>
public sealed class RecallPersonalData(AppDb db, ContentLibrary content, SiteTime time) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers => [typeof(RecallItem)];

    /// <summary>Where both have the same point, the account's goes on and the visitor's exercises are given up with its item.</summary>
    public async Task TransferAsync(Guid visitor, Guid account, CancellationToken ct)
    {
        var items = await db.RecallItems.OwnedBy(visitor).ToListAsync(ct);
        if (items.Count == 0) return;
        var mine = (await db.RecallItems.OwnedBy(account).Select(i => new { i.Framework, i.Point, i.Type }).ToListAsync(ct)).ToHashSet();
        foreach (var item in items)
        {
            if (mine.Contains(new { item.Framework, item.Point, item.Type })) db.Remove(item);
            else item.GiveTo(account);
        }
    }

    public async Task ExportAsync(Guid account, ExportArchive archive, CancellationToken ct)
    {
        var items = await db.RecallItems.AsNoTracking().OwnedBy(account).Include(i => i.Answers.OrderBy(a => a.At)).OrderBy(i => i.Id).ToListAsync(ct);
        if (items.Count == 0) return;
        await archive.AddJsonAsync("recall.json", items.Select(i => new
        {
            i.Framework,
            i.Point,
            i.Type,
            i.MissedIn,
            i.Stability,
            i.Difficulty,
            i.DueOn,
            i.GradedOn,
            Answers = i.Answers.Select(a => new { a.Question, a.Text, a.Grade, a.At }),
        }), ct);
        var page = new StringBuilder("# 漏点复习\n");
        foreach (var item in items)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {content.FindFramework(item.Framework)?.FindPoint(item.Point)?.Name ?? item.Point}（{QuestionTypes.Name(item.Type)}）\n\n{item.DueOn:yyyy年M月d日}再问\n");
            foreach (var answer in item.Answers)
                page.Append(CultureInfo.InvariantCulture, $"\n- {time.Long(answer.At)}，{RecallGrades.Name(answer.Grade)}：{(answer.Text.Length > 0 ? answer.Text : "（说的，没写）")}\n");
        }
        await archive.AddTextAsync("漏点复习.md", page.ToString(), ct);
    }

    public async Task<IReadOnlyList<string>> TellDeletionAsync(Guid account, CancellationToken ct) =>
        await db.RecallItems.OwnedBy(account).CountAsync(ct) is > 0 and var count ? [$"{count} 个漏点的复习记录会删除。"] : [];

    public Task DeleteAsync(Guid owner, CancellationToken ct) => db.RecallItems.OwnedBy(owner).ExecuteDeleteAsync(ct);
}
