using System.Reflection;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace InterviewPrep.Web.Data;

/// <summary>Looks whether every row of a store is one that this program could have written: SQLite itself keeps anything in any column.</summary>
internal static class RowCheck
{
    private static readonly MethodInfo LookAtRows = typeof(RowCheck).GetMethod(nameof(FindInAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <returns>The first row that the model cannot hold, and why; null where there is none.</returns>
    public static async Task<string?> FindAsync(AppDb db, CancellationToken ct)
    {
        foreach (var type in RowCopy.InOrder(db.Model))
        {
            if (await (Task<string?>)LookAtRows.MakeGenericMethod(type.ClrType).Invoke(null, [db, type, ct])! is { } found) return $"{type.GetTableName()}: {found}";
        }
        return null;
    }

    private static async Task<string?> FindInAsync<T>(AppDb db, IEntityType type, CancellationToken ct) where T : class
    {
        var checks = type.GetProperties().Where(p => p.PropertyInfo is not null || p.FieldInfo is not null).Select(p => (Property: p, Problem: Check(p))).Where(c => c.Problem is not null).ToList();
        var number = 0;
        try
        {
            await foreach (var row in db.Set<T>().AsNoTracking().IgnoreQueryFilters().AsAsyncEnumerable().WithCancellation(ct))
            {
                number++;
                foreach (var (property, problem) in checks)
                {
                    if (problem!(property.GetGetter().GetClrValue(row)) is { } found) return $"row {number}: {property.GetColumnName()} {found}";
                }
            }
            return null;
        }
        catch (Exception e) when (e is JsonException or FormatException or OverflowException or InvalidCastException or InvalidOperationException or ArgumentException)
        {
            return $"row {number + 1} cannot be read: {e.GetBaseException().Message.ReplaceLineEndings(" ")}";
        }
    }

    private static Func<object?, string?>? Check(IProperty property)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (type.IsEnum && type.GetCustomAttribute<FlagsAttribute>() is null) return value => value is null || Enum.IsDefined(type, value) ? null : $"has the value {value}, which does not exist";
        if (type == typeof(string) && property.GetMaxLength() is { } most) return value => value is string { Length: var length } && length > most ? $"has {length} characters, at most {most} fit" : null;
        return null;
    }
}
