using System.Globalization;
using InterviewPrep.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Handwriting;

/// <summary>Removes pages of practice that a better photo replaced a while ago, and pictures whose row is gone. Replaced pages of handed-in work stay.</summary>
internal sealed class ScanSweep(AppDb db, ScanFolder folder, TimeProvider time) : IDataSweep
{
    /// <summary>So long a replaced page can be had back.</summary>
    public static readonly TimeSpan ReplacedKept = TimeSpan.FromDays(30);

    /// <summary>A picture is written before its row.</summary>
    private static readonly TimeSpan UploadTakes = TimeSpan.FromDays(1);

    public async Task<string?> RunAsync(CancellationToken ct)
    {
        var limit = time.GetUtcNow() - ReplacedKept;
        var old = await db.ScanPages.Where(p => p.ReplacedAt < limit && p.Answer!.AttemptId == null).Select(p => p.Id).ToListAsync(ct);
        await db.ScanPages.Where(p => old.Contains(p.Id)).ExecuteDeleteAsync(ct);
        foreach (var page in old) folder.Delete(page);
        var orphans = await OrphansAsync(ct);
        foreach (var picture in orphans) folder.Delete(picture);
        return old.Count + orphans.Count == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"removed {old.Count} replaced photographs of practice and {orphans.Count} pictures without a row");
    }

    private async Task<IReadOnlyList<Guid>> OrphansAsync(CancellationToken ct)
    {
        var files = folder.WrittenBefore(time.GetUtcNow() - UploadTakes);
        if (files.Count == 0) return [];
        var known = await db.ScanPages.Select(p => p.Id).ToHashSetAsync(ct);
        return [.. files.Where(id => !known.Contains(id))];
    }
}
