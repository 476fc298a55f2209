using InterviewPrep.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>Holds what one person keeps of drafts within <see cref="DraftLimits"/>.</summary>
public sealed class DraftStore(AppDb db)
{
    /// <summary>True where what is about to be saved fits into the person's share. What takes no more room than before always fits.</summary>
    public async Task<bool> HasRoomAsync(Guid owner, CancellationToken ct)
    {
        var more = db.ChangeTracker.Entries<DraftVersion>().Sum(e => e.State switch
        {
            EntityState.Added => e.Entity.Bytes,
            EntityState.Modified => e.Entity.Bytes - e.OriginalValues.GetValue<int>(nameof(DraftVersion.Bytes)),
            _ => 0,
        });
        return more <= 0 || more + await BytesAsync(owner, ct) <= DraftLimits.MostBytes;
    }

    /// <summary>Bytes of everything that a person has written, the bin included.</summary>
    public Task<long> BytesAsync(Guid owner, CancellationToken ct) => SaveQueries.BytesAsync(db, owner, ct);

    /// <summary>Removes the versions of a draft that need not be kept any longer.</summary>
    /// <returns>How many.</returns>
    public async Task<int> ThinAsync(Guid draft, DateTimeOffset now, CancellationToken ct)
    {
        var versions = await db.DraftVersions.Acknowledged().Where(v => v.DraftId == draft).OrderBy(v => v.Id)
            .Select(v => new VersionAge(v.Id, v.SavedAt, v.Name != "")).ToListAsync(ct);
        var surplus = VersionThinning.Surplus(versions, now);
        return surplus.Count == 0 ? 0 : await db.DraftVersions.Where(v => surplus.Contains(v.Id)).ExecuteDeleteAsync(ct);
    }
}
