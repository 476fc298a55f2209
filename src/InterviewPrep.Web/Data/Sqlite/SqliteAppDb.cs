using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace InterviewPrep.Web.Data.Sqlite;

/// <summary>The store in one SQLite file: the default, with nothing to install.</summary>
public sealed class SqliteAppDb(DbContextOptions<SqliteAppDb> options) : AppDb(options)
{
    private const int BusyError = 5, LockedError = 6, ReadOnlyError = 8, InputOutputError = 10, CorruptError = 11, FullError = 13, OpenError = 14, ConstraintError = 19, NotADatabaseError = 26;

    /// <summary>How long a look whether a save is possible waits for another writer, in seconds.</summary>
    private const int CheckSeconds = 2;

    /// <summary>With less than this free, in bytes, the next save may find no page to write on.</summary>
    private const long LeastSpace = 256 * 1024;

    public override bool IsUniqueViolation(DbUpdateException exception) =>
        exception.InnerException is SqliteException { SqliteErrorCode: ConstraintError };

    public override async Task CheckSavesAsync(CancellationToken ct)
    {
        Database.SetCommandTimeout(CheckSeconds);
        await Database.ExecuteSqlRawAsync("BEGIN IMMEDIATE; ROLLBACK", ct);
        await Database.OpenConnectionAsync(ct);
        if (raw.sqlite3_db_readonly(((SqliteConnection)Database.GetDbConnection()).Handle, "main") == 1) throw new SqliteException("the database file is read-only", ReadOnlyError);
        await Database.CloseConnectionAsync();
        var file = new SqliteConnectionStringBuilder(Database.GetConnectionString()).DataSource;
        if (new DriveInfo(Path.GetDirectoryName(file)!).AvailableFreeSpace < LeastSpace) throw new IOException("no space is left on the disk of the database", NoSpaceLeft);
    }

    public override async Task UpgradeAsync(CancellationToken ct)
    {
        await SqliteFile.EnsureAsync(Database.GetConnectionString()!, ct);
        await base.UpgradeAsync(ct);
    }

    public override Task CopyAsync(string file, CancellationToken ct) => SqliteFile.CopyAsync(Database.GetConnectionString()!, file, ct);

    protected override StorageFailure? FailureBy(Exception exception) => (exception as SqliteException)?.SqliteErrorCode switch
    {
        FullError => StorageFailure.Full,
        BusyError or LockedError or ReadOnlyError or InputOutputError or CorruptError or OpenError or NotADatabaseError => StorageFailure.Unavailable,
        _ => null,
    };
}
