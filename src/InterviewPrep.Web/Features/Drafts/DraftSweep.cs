using InterviewPrep.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>Thins out the older versions of all drafts, also of those that nobody writes in any more.</summary>
internal sealed class DraftSweep(AppDb db, TimeProvider time) : IDataSweep
{
    private const int Batch = 500;

    private sealed record Row(Guid DraftId, VersionAge Version);

    public async Task<string?> RunAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var surplus = new List<int>();
        var draft = new List<Row>();
        void Close()
        {
            surplus.AddRange(VersionThinning.Surplus([.. draft.Select(r => r.Version)], now));
            draft.Clear();
        }

        var rows = db.DraftVersions.Acknowledged().OrderBy(v => v.DraftId).ThenBy(v => v.Id)
            .Select(v => new Row(v.DraftId, new VersionAge(v.Id, v.SavedAt, v.Name != ""))).AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(ct))
        {
            if (draft.Count > 0 && draft[0].DraftId != row.DraftId) Close();
            draft.Add(row);
        }
        Close();
        foreach (var ids in surplus.Chunk(Batch)) await db.DraftVersions.Where(v => ids.Contains(v.Id)).ExecuteDeleteAsync(ct);
        return surplus.Count == 0 ? null : $"removed {surplus.Count} older versions of drafts that no name, hand-in or mark protects";
    }
}
