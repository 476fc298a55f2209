using System.Collections.Concurrent;
using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;

namespace InterviewPrep.Web.Data;

/// <summary>
/// Sees which tables every statement reads and changes, whichever way it comes, so that what was read before is known to be old. A change counts
/// once it is committed, and before whoever made it is answered.
/// </summary>
public sealed partial class TableChanges : DbCommandInterceptor, IDbTransactionInterceptor, ISaveChangesInterceptor
{
    private readonly ConditionalWeakTable<DbTransaction, HashSet<string>> uncommitted = [];
    private readonly ConditionalWeakTable<DbContext, HashSet<string>> unsaved = [];
    private readonly ConcurrentDictionary<string, long> last = new(StringComparer.Ordinal);
    private readonly AsyncLocal<HashSet<string>?> reading = new();
    private long clock;

    /// <summary>Rises with every change of any table.</summary>
    public long Now => Interlocked.Read(ref clock);

    /// <summary>When one of these tables was last changed, as <see cref="Now"/> was then; 0 where none was since the start.</summary>
    public long LastOf(IEnumerable<string> tables)
    {
        var latest = 0L;
        foreach (var table in tables) latest = Math.Max(latest, last.GetValueOrDefault(table));
        return latest;
    }

    /// <summary>Runs a read and collects the tables that it asks, those of reads within it too.</summary>
    public async Task<T> WatchAsync<T>(HashSet<string> tables, Func<Task<T>> read)
    {
        reading.Value = tables;
        return await read();
    }

    /// <summary>Tells the read around this one, if there is one, that it depends on these tables too.</summary>
    public void Pass(IEnumerable<string> tables) => reading.Value?.UnionWith(tables);

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) => Collect(command, result);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Collect(command, result));

    public override DbDataReader ReaderExecuted(DbCommand command, CommandExecutedEventData eventData, DbDataReader result) => Note(command, eventData, result);

    public override ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Note(command, eventData, result));

    public override int NonQueryExecuted(DbCommand command, CommandExecutedEventData eventData, int result) => Note(command, eventData, result);

    public override ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Note(command, eventData, result));

    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Committed(transaction);

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Committed(transaction);
        return Task.CompletedTask;
    }

    public int SavedChanges(SaveChangesCompletedEventData eventData, int result) => Saved(eventData.Context, result);

    public ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Saved(eventData.Context, result));

    private T Collect<T>(DbCommand command, T result)
    {
        if (reading.Value is { } tables) tables.UnionWith(Reads().Matches(command.CommandText).Select(m => m.Groups[1].Value));
        return result;
    }

    private T Note<T>(DbCommand command, CommandExecutedEventData eventData, T result)
    {
        if (command.CommandText.StartsWith("SELECT", StringComparison.Ordinal)) return result;
        var tables = new HashSet<string>(StringComparer.Ordinal);
        foreach (Match write in Writes().Matches(command.CommandText))
        {
            if (write.Groups[1].Value == "DELETE FROM" && eventData.Context is { } db) AddWithDependents(tables, write.Groups[2].Value, db.Model);
            else tables.Add(write.Groups[2].Value);
        }
        if (tables.Count == 0) return result;
        if (command.Transaction is { } transaction) AddTo(uncommitted, transaction, tables);
        else
        {
            Change(tables);
            // A statement that returns rows is committed only when its reader is closed, which a save waits for.
            if (result is DbDataReader && eventData.Context is { } context) AddTo(unsaved, context, tables);
        }
        return result;
    }

    // The database itself removes the rows that hang on a removed one, or lets them go, without a statement that could be seen.
    private static void AddWithDependents(HashSet<string> tables, string table, IModel model)
    {
        if (!tables.Add(table)) return;
        foreach (var key in model.GetEntityTypes().Where(t => t.GetTableName() == table).SelectMany(t => t.GetReferencingForeignKeys()))
        {
            if (key.DeclaringEntityType.GetTableName() is { } dependent) AddWithDependents(tables, dependent, model);
        }
    }

    private static void AddTo<TKey>(ConditionalWeakTable<TKey, HashSet<string>> where, TKey key, HashSet<string> tables) where TKey : class => where.GetOrCreateValue(key).UnionWith(tables);

    private void Committed(DbTransaction transaction)
    {
        if (uncommitted.TryGetValue(transaction, out var tables) && uncommitted.Remove(transaction)) Change(tables);
    }

    private int Saved(DbContext? context, int result)
    {
        if (context is not null && unsaved.TryGetValue(context, out var tables) && unsaved.Remove(context)) Change(tables);
        return result;
    }

    private void Change(HashSet<string> tables)
    {
        var now = Interlocked.Increment(ref clock);
        foreach (var table in tables) last.AddOrUpdate(table, now, (_, before) => Math.Max(before, now));
    }

    [GeneratedRegex("(?:FROM|JOIN) \"(\\w+)\"")]
    private static partial Regex Reads();

    [GeneratedRegex("(INSERT INTO|UPDATE|DELETE FROM) \"(\\w+)\"")]
    private static partial Regex Writes();
}
