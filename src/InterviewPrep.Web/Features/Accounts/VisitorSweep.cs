using System.Globalization;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>Removes what visitors left who have neither written nor come back for <see cref="DataOptions.VisitorDays"/>.</summary>
internal sealed class VisitorSweep(AppDb db, IEnumerable<IPersonalData> kept, PersonalDataDeletion deletion, IOptions<DataOptions> data, TimeProvider time) : IDataSweep
{
    public async Task<string?> RunAsync(CancellationToken ct)
    {
        var limit = time.GetUtcNow() - TimeSpan.FromDays(data.Value.VisitorDays);
        var last = new Dictionary<Guid, DateTimeOffset>();
        foreach (var activity in kept.Select(p => p.Activity).OfType<IQueryable<OwnerActivity>>())
        {
            var visitors = await activity.Where(a => !db.Users.Any(u => u.Id == a.OwnerId)).GroupBy(a => a.OwnerId)
                .Select(g => new { g.Key, At = g.Max(a => a.At) }).ToListAsync(ct);
            foreach (var visitor in visitors)
            {
                if (!last.TryGetValue(visitor.Key, out var at) || at < visitor.At) last[visitor.Key] = visitor.At;
            }
        }
        var returned = await db.KnownVisitors.Where(v => v.SeenAt >= limit).Select(v => v.Id).ToHashSetAsync(ct);
        var gone = last.Where(v => v.Value < limit && !returned.Contains(v.Key)).Select(v => v.Key).ToList();
        foreach (var visitor in gone)
        {
            await deletion.RunAsync(visitor, null, ct);
            db.ChangeTracker.Clear();
        }
        await db.KnownVisitors.Where(v => v.SeenAt < limit).ExecuteDeleteAsync(ct);
        return gone.Count == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"removed what {gone.Count} visitors kept who have not come back since {limit:yyyy-MM-dd}");
    }
}

/// <summary>Removes what deletions of accounts by older builds left behind: what lay in the bin.</summary>
internal sealed class DeletedAccountSweep(AppDb db, IEnumerable<IPersonalData> kept, PersonalDataDeletion deletion) : IDataSweep
{
    public async Task<string?> RunAsync(CancellationToken ct)
    {
        var deleted = db.AuditEntries.Where(e => e.What == Audit.AuditEvents.AccountDeleted && e.ActorId != null && !db.Users.Any(u => u.Id == e.ActorId)).Select(e => e.ActorId!.Value);
        var left = new HashSet<Guid>();
        foreach (var activity in kept.Select(p => p.Activity).OfType<IQueryable<OwnerActivity>>())
            left.UnionWith(await activity.Where(a => deleted.Contains(a.OwnerId)).Select(a => a.OwnerId).Distinct().ToListAsync(ct));
        foreach (var account in left)
        {
            await deletion.RunAsync(account, null, ct);
            db.ChangeTracker.Clear();
        }
        return left.Count == 0 ? null : $"removed what {left.Count} deleted accounts had in the bin";
    }
}
