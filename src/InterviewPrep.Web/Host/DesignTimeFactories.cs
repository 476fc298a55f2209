using InterviewPrep.Web.Data;
using InterviewPrep.Web.Data.Postgres;
using InterviewPrep.Web.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Design;

namespace InterviewPrep.Web.Host;

/// <summary>Lets <c>dotnet ef</c> build the model as the site does, without starting it.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteAppDb>
{
    public SqliteAppDb CreateDbContext(string[] args) =>
        (SqliteAppDb)SiteHost.Build([]).Services.CreateScope().ServiceProvider.GetRequiredService<AppDb>();
}

/// <summary>The same for PostgreSQL; no server is asked.</summary>
internal sealed class PostgresDesignTimeFactory : IDesignTimeDbContextFactory<PostgresAppDb>
{
    public PostgresAppDb CreateDbContext(string[] args) =>
        (PostgresAppDb)SiteHost.Build(["--Database:Provider=Postgres", "--Database:ConnectionString=Host=localhost"]).Services.CreateScope().ServiceProvider.GetRequiredService<AppDb>();
}
