using InterviewPrep.Web.Data.Backups;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace InterviewPrep.Web.Data.Postgres;

/// <summary>The store on a PostgreSQL server, for several nodes.</summary>
public sealed class PostgresAppDb(DbContextOptions<PostgresAppDb> options) : AppDb(options)
{
    public override bool IsUniqueViolation(DbUpdateException exception) =>
        exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    public override StoreTrouble? TroubleOf(Exception exception) => (exception as NpgsqlException ?? exception.InnerException as NpgsqlException) switch
    {
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => StoreTrouble.Full,
        PostgresException { IsTransient: false } => null,
        NpgsqlException => StoreTrouble.Down,
        _ => null,
    };

    public override Task CopyAsync(string file, CancellationToken ct) =>
        throw new BackupException("the database is PostgreSQL's: save it with pg_dump, and the data folder by copying it");
}
