using System.Data.Common;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewPrep.Tests.Durability;

/// <summary>A fact about SQLite; skipped, with the reason, where the tests run on PostgreSQL.</summary>
public sealed class SqliteFactAttribute : FactAttribute
{
    public SqliteFactAttribute() => Skip = TestDatabase.IsPostgres ? "this is about SQLite, and the tests run on PostgreSQL" : null;
}

public sealed class SettingsTests(App app) : IClassFixture<App>
{
    [SqliteFact]
    public async Task Every_connection_syncs_each_commit_and_writes_ahead()
    {
        var scopes = Enumerable.Range(0, 50).Select(_ => app.Services.CreateAsyncScope()).ToList();
        foreach (var scope in scopes)
        {
            var database = scope.ServiceProvider.GetRequiredService<AppDb>().Database;
            await database.OpenConnectionAsync();
            (await AskAsync(database.GetDbConnection(), "PRAGMA synchronous")).Should().Be("2", "FULL: a commit is on disk before it is answered");
            (await AskAsync(database.GetDbConnection(), "PRAGMA journal_mode")).Should().Be("wal");
            (await AskAsync(database.GetDbConnection(), "PRAGMA foreign_keys")).Should().Be("1");
        }
        foreach (var scope in scopes) await scope.DisposeAsync();
    }

    private static async Task<string> AskAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (await command.ExecuteScalarAsync())!.ToString()!;
    }
}
