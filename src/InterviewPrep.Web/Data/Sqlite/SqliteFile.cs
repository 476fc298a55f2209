using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Logging.Abstractions;

namespace InterviewPrep.Web.Data.Sqlite;

/// <summary>A database file by itself, apart from the site: the one in a backup.</summary>
public static class SqliteFile
{
    /// <summary>Opens a file; it must be there.</summary>
    /// <param name="site">The site's own store, whose settings the model depends on.</param>
    public static SqliteAppDb Open(string file, AppDb site) => Open(file, site, SqliteOpenMode.ReadWrite);

    /// <summary>Opens a file that the first migration makes.</summary>
    public static SqliteAppDb Make(string file, AppDb site) => Open(file, site, SqliteOpenMode.ReadWriteCreate);

    private static SqliteAppDb Open(string file, AppDb site, SqliteOpenMode mode) => new(new DbContextOptionsBuilder<SqliteAppDb>()
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false, ForeignKeys = true }.ToString())
        .UseApplicationServiceProvider(site.GetService<IDbContextOptions>().FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider)
        .UseLoggerFactory(NullLoggerFactory.Instance).Options);

    /// <summary>Makes the file where there is none, and makes it write ahead. The site itself only opens what is there.</summary>
    public static async Task EnsureAsync(string connectionString, CancellationToken ct)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false }.ToString());
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL";
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Writes what a database holds at one moment into a new file.</summary>
    public static async Task CopyAsync(string connectionString, string file, CancellationToken ct)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        // One reading transaction: others go on writing into the write-ahead log. What was deleted is not copied.
        command.CommandText = "VACUUM INTO $file";
        command.Parameters.AddWithValue("$file", file);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>The migrations that a file says were applied; none where it says nothing, or cannot be read.</summary>
    public static async Task<IReadOnlyList<string>> FindMigrationsAsync(this SqliteAppDb db, CancellationToken ct)
    {
        try
        {
            return [.. await db.Database.GetAppliedMigrationsAsync(ct)];
        }
        catch (SqliteException)
        {
            return [];
        }
    }

    /// <summary>Looks through the whole file.</summary>
    /// <returns>What is wrong with it; null where nothing is.</returns>
    public static async Task<string?> FindDamageAsync(this SqliteAppDb db, CancellationToken ct)
    {
        try
        {
            var found = await db.Database.SqlQuery<string>($"SELECT integrity_check AS Value FROM pragma_integrity_check LIMIT 1").SingleAsync(ct);
            if (found != "ok") return found;
            var strays = await db.Database.SqlQuery<string>($"SELECT DISTINCT \"table\" AS Value FROM pragma_foreign_key_check").ToListAsync(ct);
            return strays.Count == 0 ? null : $"rows of {string.Join(", ", strays)} belong to rows that are not there";
        }
        catch (SqliteException e)
        {
            return e.Message;
        }
    }

    /// <summary>Makes the file write ahead, as the site's own does: a copy has lost that.</summary>
    public static Task WriteAheadAsync(this SqliteAppDb db, CancellationToken ct) => db.Database.ExecuteSqlAsync($"PRAGMA journal_mode = WAL", ct);
}
