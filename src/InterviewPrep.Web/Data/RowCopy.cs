using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace InterviewPrep.Web.Data;

/// <summary>Copies every row from one store to another. Both engines have the same model, so it goes by that, and knows no table by name.</summary>
internal static class RowCopy
{
    private const int Batch = 500;

    private static readonly MethodInfo
        CopyRows = typeof(RowCopy).GetMethod(nameof(CopyAsync), BindingFlags.NonPublic | BindingFlags.Static)!,
        AskForRows = typeof(RowCopy).GetMethod(nameof(AnyAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Copies everything; whoever calls holds a transaction on each side.</summary>
    public static async Task RunAsync(AppDb from, AppDb to, CancellationToken ct)
    {
        to.ChangeTracker.AutoDetectChangesEnabled = false;
        foreach (var type in InOrder(from.Model)) await (Task)CopyRows.MakeGenericMethod(type.ClrType).Invoke(null, [from, to, ct])!;
    }

    /// <summary>The first table that holds a row; null where there is none.</summary>
    public static async Task<string?> FindRowsAsync(AppDb db, CancellationToken ct)
    {
        foreach (var type in InOrder(db.Model))
        {
            if (await (Task<bool>)AskForRows.MakeGenericMethod(type.ClrType).Invoke(null, [db, ct])!) return type.GetTableName();
        }
        return null;
    }

    /// <summary>Every table after those that its rows point to.</summary>
    internal static IReadOnlyList<IEntityType> InOrder(IModel model)
    {
        var (left, ordered) = (model.GetEntityTypes().Where(t => !t.IsOwned()).ToList(), new List<IEntityType>());
        while (left.Count > 0)
        {
            var ready = left.FindAll(t => t.GetForeignKeys().All(k => !left.Contains(k.PrincipalEntityType)));
            if (ready.Count == 0) throw new InvalidOperationException($"Tables that point to each other or to themselves: {string.Join(", ", left.Select(t => t.GetTableName()))}");
            ordered.AddRange(ready);
            left.RemoveAll(ready.Contains);
        }
        return ordered;
    }

    private static async Task CopyAsync<T>(AppDb from, AppDb to, CancellationToken ct) where T : class
    {
        var waiting = 0;
        await foreach (var row in from.Set<T>().AsNoTracking().IgnoreQueryFilters().AsAsyncEnumerable().WithCancellation(ct))
        {
            to.Add(row);
            if (++waiting % Batch == 0) await SaveAsync(to, ct);
        }
        await SaveAsync(to, ct);
    }

    private static async Task SaveAsync(AppDb to, CancellationToken ct)
    {
        await to.SaveChangesAsync(ct);
        to.ChangeTracker.Clear();
    }

    private static Task<bool> AnyAsync<T>(AppDb db, CancellationToken ct) where T : class => db.Set<T>().IgnoreQueryFilters().AnyAsync(ct);
}
