using System.Net;
using InterviewPrep.Tests.Support;
using Npgsql;

namespace InterviewPrep.Tests.Host;

/// <summary>A fact about a PostgreSQL server; skipped, with the reason, where the tests run on SQLite.</summary>
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = TestDatabase.IsPostgres ? null : "this is about PostgreSQL, and the tests run on SQLite";
}

/// <summary>Several nodes on one PostgreSQL, started as whoever installs them starts them.</summary>
public sealed class TwoNodesTests : IAsyncLifetime
{
    private readonly string data = Directory.CreateTempSubdirectory("interviewprep-nodes-").FullName;
    private string[] database = [];

    public Task InitializeAsync()
    {
        if (TestDatabase.IsPostgres) database = TestDatabase.NewName();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        if (TestDatabase.IsPostgres) await TestDatabase.DropAsync(database);
        Directory.Delete(data, recursive: true);
    }

    [PostgresFact]
    public async Task Two_nodes_that_start_at_once_on_an_empty_database_both_come_up_and_what_one_takes_the_other_shows()
    {
        var nodes = new[] { Node(), Node() };
        try
        {
            await Task.WhenAll(nodes.Select(n => n.StartAsync()));

            foreach (var node in nodes)
            {
                node.Log.Where(l => l.Contains("fail:", StringComparison.Ordinal) || l.Contains("crit:", StringComparison.Ordinal) || l.Contains("warn:", StringComparison.Ordinal)).Should().BeEmpty("nothing went wrong");
                using var visitor = new Visitor(node.Address);
                (await visitor.GetAsync("/questions/bus-stop")).Status.Should().Be(HttpStatusCode.OK);
                (await visitor.GetAsync("/health/ready")).Status.Should().Be(HttpStatusCode.OK);
            }
            nodes.Select(n => n.Log.Single(l => l.Contains("/set-up/", StringComparison.Ordinal)).Split("/set-up/")[1]).Distinct().Should().ContainSingle("both offer the same link");

            using var person = new Visitor(nodes[0].Address);
            (await person.WriteAsync("在第一台上写的一句话。")).Status.Should().Be(HttpStatusCode.OK);
            using var later = new Visitor(nodes[1].Address);
            foreach (var cookie in person.Cookies) later.AddCookie(new Cookie(cookie.Name, cookie.Value, "/", nodes[1].Address.Host));
            (await later.GetAsync("/practice/bus-stop")).Text.Should().Contain("在第一台上写的一句话。");
        }
        finally
        {
            foreach (var node in nodes) await node.DisposeAsync();
        }
    }

    [PostgresFact]
    public async Task A_database_that_a_newer_program_has_written_is_refused()
    {
        (await CommandProcess.RunAsync(["migrate", .. Settings])).Exit.Should().Be(0);
        await ExecuteAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Later', '99.0.0')");

        var (exit, _, errors) = await CommandProcess.RunAsync(["migrate", .. Settings]);

        (exit, errors.TrimEnd().Split('\n').Length).Should().Be((1, 1));
        errors.Should().Contain("written by a newer version of this program").And.Contain("29990101000000_Later");
    }

    [PostgresFact]
    public async Task A_node_takes_no_more_connections_than_its_share_however_many_ask_at_once()
    {
        const int Share = Web.Data.Postgres.PostgresConnection.LargestPool, AtOnce = 120;
        await using var node = Node();
        await node.StartAsync();
        using var client = new HttpClient { BaseAddress = node.Address };

        var asked = Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => client.GetAsync(new Uri("/questions", UriKind.Relative))));
        var most = 0L;
        while (!asked.IsCompleted)
        {
            most = Math.Max(most, await ExecuteAsync("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'InterviewPrep'"));
        }

        (await asked).Should().OnlyContain(r => r.StatusCode == HttpStatusCode.OK, "who finds no connection free waits for one");
        most.Should().BePositive().And.BeLessThanOrEqualTo(Share);
    }

    [Fact]
    public void What_a_connection_string_says_of_the_pool_counts()
    {
        new NpgsqlConnectionStringBuilder(Web.Data.Postgres.PostgresConnection.WithDefaults("Host=x;Maximum Pool Size=7;Command Timeout=3")).Should().Match<NpgsqlConnectionStringBuilder>(b => b.MaxPoolSize == 7 && b.CommandTimeout == 3);
        new NpgsqlConnectionStringBuilder(Web.Data.Postgres.PostgresConnection.WithDefaults("Host=x")).MaxPoolSize.Should().Be(Web.Data.Postgres.PostgresConnection.LargestPool);
    }

    private string[] Settings => [.. database, $"--Data__Folder={data}", $"--Content__Folder={Repository.SampleContent}"];

    private ServerProcess Node() => new(Settings);

    private async Task<long> ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(database.Single(s => s.Contains("ConnectionString", StringComparison.Ordinal)).Split('=', 2)[1] + ";Pooling=False;Application Name=test");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync() as long? ?? 0;
    }
}
