using InterviewPrep.Web.Data;
using InterviewPrep.Web.Host;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace InterviewPrep.Tests.Support;

/// <summary>
/// A database of its own for each app: SQLite, or PostgreSQL where TEST_POSTGRES names a server. Each is a copy of one that was
/// migrated once, so that the real migrations run and yet not three hundred times.
/// </summary>
public static class TestDatabase
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("TEST_POSTGRES") is { Length: > 0 } server ? server : null;
    private static readonly Lazy<Task<string>> Template = new(MigrateTemplateAsync);

    public static bool IsPostgres => Server is not null;

    /// <summary>Makes a database and gives the settings that lead to it.</summary>
    public static async Task<string[]> CreateAsync(string dataFolder)
    {
        var template = await Template.Value;
        if (Server is null)
        {
            File.Copy(template, Path.Combine(dataFolder, "interviewprep.db"));
            return ["--Database:Provider=Sqlite"];
        }
        var name = "t" + Guid.NewGuid().ToString("N");
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        return ["--Database:Provider=Postgres", $"--Database:ConnectionString={ConnectionTo(name)}"];
    }

    /// <summary>Settings that lead to a PostgreSQL database that is not there yet; the pool is left to the program.</summary>
    public static string[] NewName() =>
        ["--Database:Provider=Postgres", $"--Database:ConnectionString={new NpgsqlConnectionStringBuilder(Server) { Database = "t" + Guid.NewGuid().ToString("N") }.ConnectionString}"];

    /// <summary>Removes a PostgreSQL database; SQLite goes with its folder.</summary>
    public static async Task DropAsync(IEnumerable<string> settings)
    {
        if (Server is null) return;
        var connection = settings.Single(s => s.StartsWith("--Database:ConnectionString=", StringComparison.Ordinal)).Split('=', 2)[1];
        await ExecuteAsync($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(connection).Database} WITH (FORCE)");
    }

    private static async Task<string> MigrateTemplateAsync()
    {
        var folder = Directory.CreateTempSubdirectory("interviewprep-template-").FullName;
        var name = "template_" + Guid.NewGuid().ToString("N");
        if (Server is not null) await ExecuteAsync($"CREATE DATABASE {name}");
        string[] engine = Server is null ? [] : ["--Database:Provider=Postgres", $"--Database:ConnectionString={ConnectionTo(name)}"];
        await using var site = SiteHost.Build([$"--Data:Folder={folder}", $"--Content:Folder={Repository.SampleContent}", .. engine]);
        await DatabaseSetup.MigrateAsync(site.Services);
        if (Server is not null) return name;
        await using var scope = site.Services.CreateAsyncScope();
        // The copy must hold everything, so the write-ahead log is folded in first.
        await scope.ServiceProvider.GetRequiredService<AppDb>().Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        SqliteConnection.ClearAllPools();
        return Path.Combine(folder, "interviewprep.db");
    }

    // Without pooling no connection to the template stays open, which would forbid copying it.
    private static string ConnectionTo(string database) =>
        new NpgsqlConnectionStringBuilder(Server) { Database = database, Pooling = !database.StartsWith("template_", StringComparison.Ordinal) && database != "postgres", MaxPoolSize = 20 }.ConnectionString;

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionTo("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
