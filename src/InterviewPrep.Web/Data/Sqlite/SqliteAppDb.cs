using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Data.Sqlite;

/// <summary>The store in one SQLite file: the default, with nothing to install.</summary>
public sealed class SqliteAppDb(DbContextOptions<SqliteAppDb> options) : AppDb(options)
{
    private const int BusyError = 5, LockedError = 6, ReadOnlyError = 8, InputOutputError = 10, FullError = 13, OpenError = 14, ConstraintError = 19;

    public override bool IsUniqueViolation(DbUpdateException exception) =>
        exception.InnerException is SqliteException { SqliteErrorCode: ConstraintError };

    public override StorageFailure? FailureOf(Exception exception) => (exception as SqliteException ?? exception.InnerException as SqliteException)?.SqliteErrorCode switch
    {
        FullError => StorageFailure.Full,
        BusyError or LockedError or ReadOnlyError or InputOutputError or OpenError => StorageFailure.Unavailable,
        _ => null,
    };

    public override Task CopyAsync(string file, CancellationToken ct) => SqliteFile.CopyAsync(Database.GetConnectionString()!, file, ct);
}
