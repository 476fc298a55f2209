using System.Globalization;
using InterviewPrep.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Exams;

/// <summary>Removes recordings whose row is gone.</summary>
internal sealed class TakeSweep(AppDb db, TakeFolder folder, TimeProvider time) : IDataSweep
{
    /// <summary>A file is written before its row.</summary>
    private static readonly TimeSpan UploadTakes = TimeSpan.FromDays(1);

    public async Task<string?> RunAsync(CancellationToken ct)
    {
        var files = folder.WrittenBefore(time.GetUtcNow() - UploadTakes);
        if (files.Count == 0) return null;
        var known = await db.ExamTakes.Select(t => t.Id).ToHashSetAsync(ct);
        var orphans = files.Where(id => !known.Contains(id)).ToList();
        foreach (var orphan in orphans) folder.Delete(orphan);
        return orphans.Count == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"removed {orphans.Count} recordings without a row");
    }
}
