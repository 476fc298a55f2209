using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace InterviewPrep.Web.Data.Postgres;

/// <summary>The store on a PostgreSQL server, for several nodes.</summary>
public sealed class PostgresAppDb(DbContextOptions<PostgresAppDb> options) : AppDb(options)
{
    public override bool IsUniqueViolation(DbUpdateException exception) =>
        exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };
}
