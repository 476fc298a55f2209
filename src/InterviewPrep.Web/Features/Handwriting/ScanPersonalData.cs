using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Handwriting;

/// <summary>Photographed pages, as a person's own.</summary>
public sealed class ScanPersonalData(AppDb db, ScanFolder folder) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers => [typeof(ScannedAnswer)];

    /// <summary>Only accounts bring pages back.</summary>
    public Task TransferAsync(Guid visitor, Guid account, CancellationToken ct) => Task.CompletedTask;

    public async Task ExportAsync(Guid account, ExportArchive archive, CancellationToken ct) =>
        await archive.AddJsonAsync("scans.json", await db.ScanPages.AsNoTracking().Where(p => (p.UploadedById == account && p.AnswerId == null) || p.Answer!.OwnerId == account)
            .Select(p => new { p.Id, p.UploadedAt, p.Number, Question = p.Answer!.Question.Title, p.Width, p.Height }).ToListAsync(ct), ct);

    public async Task<IReadOnlyList<string>> TellDeletionAsync(Guid account, CancellationToken ct) =>
        await db.ScanPages.CountAsync(p => (p.UploadedById == account && p.AnswerId == null) || p.Answer!.OwnerId == account, ct) is > 0 and var count ? [$"{count} 张手写页的照片会删除。"] : [];

    public async Task DeleteAsync(Guid account, CancellationToken ct)
    {
        var pages = await db.ScanPages.Where(p => (p.UploadedById == account && p.AnswerId == null) || p.Answer!.OwnerId == account).Select(p => p.Id).ToListAsync(ct);
        await db.ScanPages.Where(p => pages.Contains(p.Id)).ExecuteDeleteAsync(ct);
        await db.ScannedAnswers.OwnedBy(account).ExecuteDeleteAsync(ct);
        foreach (var page in pages) folder.Delete(page);
    }
}
