using System.Globalization;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Handwriting;

/// <summary>Photographed pages, as a person's own: those in the tray, those of their answers, and those that a better photo replaced.</summary>
public sealed class ScanPersonalData(AppDb db, ScanFolder folder) : IPersonalData
{
    private IReadOnlyList<Guid> deleted = [];

    public IReadOnlyCollection<Type> Covers => [typeof(ScannedAnswer)];

    /// <summary>Only accounts bring pages back.</summary>
    public Task TransferAsync(Guid visitor, Guid account, CancellationToken ct) => Task.CompletedTask;

    public async Task ExportAsync(Guid account, ExportArchive archive, CancellationToken ct)
    {
        var pages = await Of(account).AsNoTracking().OrderBy(p => p.UploadedAt).ThenBy(p => p.Id)
            .Select(p => new { p.Id, p.UploadedAt, Question = (string?)p.Answer!.Question.Title, Attempt = (int?)p.Answer!.Number, p.Number, p.OfPages, p.FiledAt, p.ReplacedAt, p.Code, p.Width, p.Height, p.Bytes }).ToListAsync(ct);
        string Name(int place) => string.Create(CultureInfo.InvariantCulture, $"照片/{place + 1:000}.jpg");
        await archive.AddJsonAsync("scans.json", pages.Select((p, i) => new { File = Name(i), Page = p }), ct);
        for (var i = 0; i < pages.Count; i++) await archive.AddFileAsync(Name(i), folder.PathOf(pages[i].Id), ct);
    }

    public async Task<IReadOnlyList<string>> TellDeletionAsync(Guid account, CancellationToken ct) =>
        await Of(account).CountAsync(ct) is > 0 and var count ? [$"{count} 张手写页的照片会删除。"] : [];

    public async Task DeleteAsync(Guid owner, CancellationToken ct)
    {
        deleted = await Of(owner).Select(p => p.Id).ToListAsync(ct);
        await Of(owner).ExecuteDeleteAsync(ct);
        await db.ScannedAnswers.OwnedBy(owner).ExecuteDeleteAsync(ct);
    }

    public void Deleted()
    {
        foreach (var page in deleted) folder.Delete(page);
        deleted = [];
    }

    // A page that somebody photographed for another person is that person's.
    private IQueryable<ScanPage> Of(Guid owner) => db.ScanPages.Where(p => (p.UploadedById == owner && p.AnswerId == null) || p.Answer!.OwnerId == owner);
}
