using System.Data;
using InterviewPrep.Web.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace InterviewPrep.Web.Data.Postgres;

/// <summary>The store on a PostgreSQL server, for several nodes.</summary>
public sealed class PostgresAppDb(DbContextOptions<PostgresAppDb> options) : AppDb(options)
{
    public override bool IsUniqueViolation(DbUpdateException exception) =>
        exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    public override StorageFailure? FailureOf(Exception exception) => (exception as NpgsqlException ?? exception.InnerException as NpgsqlException) switch
    {
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => StorageFailure.Full,
        PostgresException { IsTransient: false } => null,
        NpgsqlException => StorageFailure.Unavailable,
        _ => null,
    };

    // Repeatable read is one snapshot from the first query to the last; a reader keeps no writer waiting.
    public override async Task CopyAsync(string file, CancellationToken ct)
    {
        if ((await Database.GetPendingMigrationsAsync(ct)).Any()) throw new BackupException("the database is older than this program: bring it up to date first (migrate)");
        await using var copy = SqliteFile.Make(file, this);
        await copy.Database.MigrateAsync(ct);
        await using var reading = await Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        await using var writing = await copy.Database.BeginTransactionAsync(ct);
        await RowCopy.RunAsync(this, copy, ct);
        await writing.CommitAsync(ct);
    }

    public override async Task AllowTakingAsync(CancellationToken ct)
    {
        await Database.MigrateAsync(ct);
        if (await RowCopy.FindRowsAsync(this, ct) is { } table) throw new BackupException($"the database is not empty ({table} has rows). A backup goes into a new database");
    }

    public override async Task<bool> TakeAsync(string file, CancellationToken ct)
    {
        await using var copy = SqliteFile.Open(file, this);
        // Of an older program it may be, and rows only fit into the same tables.
        await copy.Database.MigrateAsync(ct);
        await using var writing = await Database.BeginTransactionAsync(ct);
        await RowCopy.RunAsync(copy, this, ct);
        foreach (var number in Model.GetEntityTypes().SelectMany(t => t.GetProperties()).Where(p => NpgsqlPropertyExtensions.GetValueGenerationStrategy(p) == NpgsqlValueGenerationStrategy.IdentityByDefaultColumn)) await GoOnAsync(number, ct);
        await writing.CommitAsync(ct);
        return true;
    }

    // Numbers that the database gives go on behind the highest that came. All text is the model's.
    private Task<int> GoOnAsync(IProperty number, CancellationToken ct)
    {
        var (table, column) = (number.DeclaringType.GetTableName(), number.GetColumnName());
        var sql = $"SELECT setval(pg_get_serial_sequence('\"{table}\"', '{column}'), COALESCE(MAX(\"{column}\"), 0) + 1, false) FROM \"{table}\"";
        return Database.ExecuteSqlRawAsync(sql, ct);
    }
}
