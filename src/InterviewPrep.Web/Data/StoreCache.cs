using System.Collections;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace InterviewPrep.Web.Data;

/// <summary>
/// Keeps what was read from the store until one of the tables changes that it was read from. One process at a time uses a SQLite file, so it sees every
/// change; on a server other nodes write as well, and there nothing is kept.
/// </summary>
public sealed class StoreCache(TableChanges changes, IOptions<DatabaseOptions> database) : IDisposable
{
    /// <summary>Most rows that are kept, roughly; beyond that the least used go.</summary>
    private const int MostRows = 20_000;

    private static readonly TimeSpan Unused = TimeSpan.FromMinutes(10);

    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = MostRows });

    private sealed record Entry<T>(T Value, string[] Tables, long ReadAt);

    /// <summary>What <paramref name="read"/> gives, or gave when the store was as it is now. It is shared, so it must be read without tracking and never changed.</summary>
    /// <param name="key">Everything that the read depends on besides the store; the time must not be among it.</param>
    public async Task<T> GetAsync<T>(AppDb db, object key, Func<Task<T>> read)
    {
        // Within a transaction one sees what others do not see yet.
        if (database.Value.IsPostgres || db.Database.CurrentTransaction is not null || !IsSeen(db)) return await read();
        if (cache.TryGetValue(key, out Entry<T>? known) && changes.LastOf(known!.Tables) <= known.ReadAt)
        {
            changes.Pass(known.Tables);
            return known.Value;
        }
        // Taken before reading: what changes meanwhile makes the value old at once.
        var (readAt, tables) = (changes.Now, new HashSet<string>(StringComparer.Ordinal));
        var value = await changes.WatchAsync(tables, read);
        changes.Pass(tables);
        if (tables.Count > 0) cache.Set(key, new Entry<T>(value, [.. tables], readAt), new MemoryCacheEntryOptions { Size = value is ICollection { Count: > 1 } rows ? rows.Count : 1, SlidingExpiration = Unused });
        return value;
    }

    public void Remove(object key) => cache.Remove(key);

    public void Dispose() => cache.Dispose();

    // The store in a backup is another one, whose statements nobody sees.
    private bool IsSeen(AppDb db) => db.GetService<IDbContextOptions>().FindExtension<CoreOptionsExtension>()?.Interceptors?.Contains(changes) == true;
}

public static class StoreCacheQueries
{
    /// <summary>What a read gives, from memory where the store has not changed since; see <see cref="StoreCache"/>.</summary>
    public static Task<T> CachedAsync<T>(this AppDb db, object key, Func<Task<T>> read) => db.GetService<StoreCache>().GetAsync(db, key, read);
}
