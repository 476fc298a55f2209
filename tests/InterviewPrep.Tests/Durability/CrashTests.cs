using System.Net;
using InterviewPrep.Tests.Support;
using Microsoft.Data.Sqlite;
using Xunit.Abstractions;

namespace InterviewPrep.Tests.Durability;

/// <summary>The server is killed again and again while a class writes; whatever was acknowledged is there afterwards.</summary>
public sealed class CrashTests(ITestOutputHelper output) : IAsyncLifetime
{
    /// <summary>A server lives at most this long after its first acknowledgement; every fifth one is killed without having given any.</summary>
    private static readonly TimeSpan LongestLife = TimeSpan.FromMilliseconds(400);

    private readonly string folder = Directory.CreateTempSubdirectory("interviewprep-crash-").FullName;
    private readonly Random random = new(20_26);
    private string[] database = [];

    public async Task InitializeAsync() => database = await TestDatabase.CreateAsync(folder);

    public async Task DisposeAsync()
    {
        await TestDatabase.DropAsync(database);
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    /// <param name="clients">With 64 there is always a commit of many saves under way, and most kills meet one.</param>
    [Theory]
    [InlineData(16, 25)]
    [InlineData(64, 12)]
    public async Task No_acknowledged_save_is_lost_when_the_server_is_killed(int clients, int kills)
    {
        await using var server = new ServerProcess([.. database, $"--Data:Folder={folder}", $"--Content:Folder={Repository.SampleContent}"]);
        await server.StartAsync();
        var writers = Enumerable.Range(1, clients).Select(n => new SavingClient(server.Address, $"学员{n}")).ToList();
        foreach (var client in writers) await client.OpenAsync();

        for (var kill = 0; kill < kills; kill++)
        {
            using var life = new CancellationTokenSource();
            var first = new TaskCompletionSource();
            var writing = writers.Select(c => Task.Run(() => WriteAsync(c, first, life.Token))).ToArray();
            if (kill % 5 != 4) await first.Task;
            await Task.Delay(random.NextDouble() * LongestLife); // a random moment
            await server.KillAsync();
            await life.CancelAsync();
            await Task.WhenAll(writing);
            await server.StartAsync();
            foreach (var client in writers) await CompareAsync(client);
        }

        output.WriteLine($"{kills} kills, {writers.Sum(c => c.Acknowledged.Count)} acknowledged saves of {clients} clients, lost: 0");
        writers.Sum(c => c.Acknowledged.Count).Should().BeGreaterThan(kills, "a test in which nothing was saved would show nothing");
        await server.KillAsync();
        if (!TestDatabase.IsPostgres) CheckFile(Path.Combine(folder, "interviewprep.db"));
        writers.ForEach(c => c.Dispose());
    }

    // Saves without a pause until the server is gone. A save whose answer never came is sent again as it is.
    private static async Task WriteAsync(SavingClient client, TaskCompletionSource first, CancellationToken ct)
    {
        try
        {
            (await client.SaveAgainAsync(ct)).Should().Be(HttpStatusCode.OK);
            while (!ct.IsCancellationRequested)
            {
                client.Write();
                (await client.SaveAsync(ct)).Should().Be(HttpStatusCode.OK);
                first.TrySetResult();
            }
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            // Killed in the middle of it.
        }
    }

    private static async Task CompareAsync(SavingClient client)
    {
        var (revision, text) = await client.ReadAsync(CancellationToken.None);
        client.Acknowledged.Select(a => a.Revision).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems("every acknowledged save is a revision of its own");
        revision.Should().BeOneOf(client.Revision, client.Revision + 1);
        foreach (var (_, sentences) in client.Acknowledged.TakeLast(3)) text.Should().StartWith(client.UpTo(sentences));
        client.Text.Should().StartWith(text, "the store has nothing that was not written, and everything in its order");
    }

    private static void CheckFile(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        Ask("PRAGMA integrity_check").Should().Be("ok");
        Ask("SELECT COUNT(*) FROM pragma_foreign_key_check").Should().Be("0");

        string Ask(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            return command.ExecuteScalar()!.ToString()!;
        }
    }
}
