using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InterviewPrep.Web.Data.Sqlite;

/// <summary>Compares what stands in a database file with what the migrations make.</summary>
internal static class SqliteSchema
{
    private static readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> Expected = new();

    /// <summary>
    /// The first table, index, trigger or view that the migrations did not make, or made otherwise. A trigger would run with the first change; a view
    /// in the place of a table would show what is not there. Looking at the list runs nothing of it.
    /// </summary>
    /// <param name="lastMigration">Up to which migration the file is.</param>
    /// <returns>What it is; null where all is as it was made.</returns>
    public static async Task<string?> FindStrangerAsync(SqliteAppDb db, string lastMigration, CancellationToken ct)
    {
        var (found, expected) = (await ReadAsync(db, ct), await ExpectedAsync(db, lastMigration, ct));
        return found.Keys.Except(expected.Keys).Order(StringComparer.Ordinal).Select(k => $"it has a {k}, which no migration of this program made").FirstOrDefault()
            ?? expected.Keys.Except(found.Keys).Order(StringComparer.Ordinal).Select(k => $"it lacks the {k}").FirstOrDefault()
            ?? expected.Where(e => found[e.Key] != e.Value).Select(e => $"its {e.Key} is not as the migrations of this program make it").FirstOrDefault();
    }

    private static async Task<IReadOnlyDictionary<string, string>> ExpectedAsync(SqliteAppDb site, string lastMigration, CancellationToken ct)
    {
        if (Expected.TryGetValue(lastMigration, out var known)) return known;
        await using var made = SqliteFile.Make(":memory:", site);
        await made.Database.OpenConnectionAsync(ct);
        await made.GetService<IMigrator>().MigrateAsync(lastMigration, ct);
        return Expected[lastMigration] = await ReadAsync(made, ct);
    }

    private static async Task<IReadOnlyDictionary<string, string>> ReadAsync(SqliteAppDb db, CancellationToken ct)
    {
        var things = await db.Database.SqlQuery<Thing>($"SELECT type AS Type, name AS Name, COALESCE(sql, '') AS Sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%'").ToListAsync(ct);
        return things.ToDictionary(t => $"{t.Type} {t.Name}", t => t.Sql);
    }

    private sealed record Thing(string Type, string Name, string Sql);
}
