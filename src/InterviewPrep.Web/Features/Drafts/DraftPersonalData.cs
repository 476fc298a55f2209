using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>Drafts with their versions and self-scores, as a person's own; those in the bin too.</summary>
public sealed class DraftPersonalData(AppDb db, DraftRecords records) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers => [typeof(Draft)];

    public IQueryable<OwnerActivity> Activity => db.Drafts.Select(d => new OwnerActivity { OwnerId = d.OwnerId, At = d.SavedAt });

    /// <summary>A visitor's drafts come after those that the account has of the same question.</summary>
    public async Task TransferAsync(Guid visitor, Guid account, CancellationToken ct)
    {
        var drafts = await db.Drafts.OfOwner(visitor).OrderBy(d => d.QuestionId).ThenBy(d => d.Number).ToListAsync(ct);
        if (drafts.Count == 0) return;
        var last = await db.Drafts.OfOwner(account).GroupBy(d => d.QuestionId)
            .Select(g => new { g.Key, Number = g.Max(d => d.Number) }).ToDictionaryAsync(g => g.Key, g => g.Number, ct);
        foreach (var draft in drafts)
        {
            last[draft.QuestionId] = last.GetValueOrDefault(draft.QuestionId) + 1;
            draft.GiveTo(account, last[draft.QuestionId]);
        }
    }

    public async Task ExportAsync(Guid account, ExportArchive archive, CancellationToken ct)
    {
        var drafts = await records.OfAsync(account, ct);
        await archive.AddJsonAsync("drafts.json", drafts.Select(d => d.Record), ct);
        foreach (var draft in drafts) await archive.AddTextAsync($"作答/{draft.FileName}", draft.Markdown, ct);
    }

    public async Task<IReadOnlyList<string>> TellDeletionAsync(Guid account, CancellationToken ct)
    {
        var binned = await db.Drafts.DeletedBy(account).CountAsync(ct);
        return await db.Drafts.OfOwner(account).CountAsync(ct) is > 0 and var count
            ? [$"{count} 份作答{(binned > 0 ? $"（其中 {binned} 份在回收站里）" : "")}，连同全部版本和自评，都会删除，找不回来。"] : [];
    }

    public Task DeleteAsync(Guid owner, CancellationToken ct) => db.Drafts.OfOwner(owner).ExecuteDeleteAsync(ct);
}
