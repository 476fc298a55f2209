using System.Data;
using System.Net.Sockets;
using InterviewPrep.Web.Data.Sqlite;
using InterviewPrep.Web.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace InterviewPrep.Web.Data.Postgres;

/// <summary>The store on a PostgreSQL server, for several nodes.</summary>
public sealed class PostgresAppDb(DbContextOptions<PostgresAppDb> options) : AppDb(options)
{
    private static readonly string[] UnavailableClasses = ["08", "25006", "28", "3D", "53", "57", "58"];

    /// <summary>How long a look whether a save is possible waits for the server, in seconds.</summary>
    private const int CheckSeconds = 2;

    public override bool IsUniqueViolation(DbUpdateException exception) =>
        exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    public override async Task CheckSavesAsync(CancellationToken ct)
    {
        Database.SetCommandTimeout(CheckSeconds);
        var isReadOnly = await Database.SqlQuery<string>($"SELECT current_setting('transaction_read_only') AS \"Value\"").SingleAsync(ct);
        if (isReadOnly != "off") throw new NpgsqlException("the server takes no writes (transaction_read_only)");
    }

    // Repeatable read is one snapshot from the first query to the last; a reader keeps no writer waiting.
    public override async Task CopyAsync(string file, CancellationToken ct)
    {
        if ((await Database.GetPendingMigrationsAsync(ct)).Any()) throw new OperatorException("the database is older than this program: bring it up to date first (migrate)");
        await using var copy = SqliteFile.Make(file, this);
        await copy.Database.MigrateAsync(ct);
        await using var reading = await Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        await using var writing = await copy.Database.BeginTransactionAsync(ct);
        await RowCopy.RunAsync(this, copy, ct);
        await writing.CommitAsync(ct);
    }

    public override async Task AllowTakingAsync(CancellationToken ct)
    {
        await UpgradeAsync(ct);
        if (await RowCopy.FindRowsAsync(this, ct) is { } table) throw new OperatorException($"the database is not empty ({table} has rows). A backup goes into a new database");
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

    // Out of space; then connections, resources, shutdown and system errors, a standby that takes no writes, and an account or database that is gone.
    protected override StorageFailure? FailureBy(Exception exception) => exception switch
    {
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => StorageFailure.Full,
        PostgresException { IsTransient: true } => StorageFailure.Unavailable,
        PostgresException e => UnavailableClasses.Any(c => e.SqlState.StartsWith(c, StringComparison.Ordinal)) ? StorageFailure.Unavailable : null,
        NpgsqlException or SocketException => StorageFailure.Unavailable, // a name that no server has at the moment comes bare
        _ => null,
    };

    // Numbers that the database gives go on behind the highest that came. All text is the model's.
    private Task<int> GoOnAsync(IProperty number, CancellationToken ct)
    {
        var (table, column) = (number.DeclaringType.GetTableName(), number.GetColumnName());
        var sql = $"SELECT setval(pg_get_serial_sequence('\"{table}\"', '{column}'), COALESCE(MAX(\"{column}\"), 0) + 1, false) FROM \"{table}\"";
        return Database.ExecuteSqlRawAsync(sql, ct);
    }
}
