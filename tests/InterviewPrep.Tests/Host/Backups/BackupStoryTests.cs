using System.Net;
using InterviewPrep.Tests.Features.Scans;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Host;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Xunit.Abstractions;

namespace InterviewPrep.Tests.Host.Backups;

/// <summary>A site is backed up while a class writes, and stands again on another machine.</summary>
public sealed class BackupStoryTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Writers = 8;

    /// <summary>Fewer than what the site takes from one address, and a stage from one learner.</summary>
    private const int SavesBefore = 10, MostSaves = 100;

    private readonly string folder = Directory.CreateTempSubdirectory("interviewprep-backup-").FullName;
    private string[] database = [], newDatabase = [];

    private string Backup => Path.Combine(folder, "site.zip");

    private string NewFolder => Path.Combine(folder, "new");

    public async Task InitializeAsync()
    {
        database = await TestDatabase.CreateAsync(Directory.CreateDirectory(Path.Combine(folder, "data")).FullName);
        newDatabase = await TestDatabase.CreateAsync(Directory.CreateDirectory(Path.Combine(folder, "another")).FullName);
    }

    public async Task DisposeAsync()
    {
        await TestDatabase.DropAsync(database);
        await TestDatabase.DropAsync(newDatabase);
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Everything_that_was_acknowledged_before_the_backup_began_stands_on_the_new_machine()
    {
        string[] settings = [.. database, $"--Data:Folder={Path.Combine(folder, "data")}", $"--Content:Folder={Repository.SampleContent}"];
        string[] newSettings = [.. newDatabase, $"--Data:Folder={NewFolder}", $"--Content:Folder={Repository.SampleContent}"];
        var site = await ServeAsync("http://127.0.0.1:0", settings);
        var address = new Uri(site.Urls.First());
        using var learner = new Visitor(address);
        await learner.RegisterAsync("学员");
        await learner.WriteAsync();
        var scan = (await Photos.SendAsync(address, learner, Photos.Take())).Json.GetProperty("id").GetString();
        var picture = await learner.Client.GetByteArrayAsync(new Uri(address, $"/scans/{scan}/image"));

        var (clients, before) = await WriteAsync(address, settings);
        await site.DisposeAsync();
        var restored = await CommandProcess.RunAsync(["restore", Backup, .. newSettings]);

        restored.Exit.Should().Be(0, restored.Errors);
        restored.Output.Should().Contain("1 accounts").And.Contain("1 pictures");
        await using var again = await ServeAsync(address.GetLeftPart(UriPartial.Authority), newSettings);
        foreach (var client in clients)
        {
            var (_, text) = await client.ReadAsync(default);
            text.Should().StartWith(client.UpTo(before[client]), "the visitor's cookie is good for the restored keys, and what was acknowledged before the command is there");
            client.Text.Should().StartWith(text);
            client.Dispose();
        }
        (await learner.GetAsync("/scans")).Address.AbsolutePath.Should().Be("/account/sign-in", "sessions end with a restore");
        await learner.SignInAsync("学员");
        (await learner.GetAsync("/drafts")).TextOf("main").Should().Contain("公交");
        (await learner.Client.GetByteArrayAsync(new Uri(address, $"/scans/{scan}/image"))).Should().Equal(picture);
        if (!TestDatabase.IsPostgres) CheckFile();
    }

    private static async Task<WebApplication> ServeAsync(string address, string[] settings)
    {
        var site = SiteHost.Build([.. settings, $"--Urls={address}", "--Logging:LogLevel:Default=Warning"]);
        site.UseSite();
        (await SiteHost.PrepareAsync(site)).Should().BeTrue();
        await site.StartAsync();
        return site;
    }

    // Eight write without a pause; the backup begins when each has ten saves on disk, and they go on until it is made.
    private async Task<(List<SavingClient> Clients, Dictionary<SavingClient, int> Before)> WriteAsync(Uri site, string[] settings)
    {
        var clients = Enumerable.Range(1, Writers).Select(n => new SavingClient(site, $"学员{n}")).ToList();
        foreach (var client in clients) await client.OpenAsync();
        using var done = new CancellationTokenSource();
        await Task.WhenAll(clients.Select(c => SaveAsync(c, SavesBefore)));
        var before = clients.ToDictionary(c => c, c => c.Acknowledged[^1].Sentences);
        var writing = clients.ConvertAll(c => SaveAsync(c, MostSaves));
        var made = await CommandProcess.RunAsync(["backup", Backup, .. settings]);
        await done.CancelAsync();
        await Task.WhenAll(writing);

        made.Exit.Should().Be(0, made.Errors);
        made.Output.Should().Contain("copying the database").And.Contain("keep it safe");
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(Backup).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Directory.EnumerateFileSystemEntries(folder, "*.part-*").Should().BeEmpty();
        output.WriteLine($"{clients.Sum(c => c.Acknowledged.Count)} saves, {before.Values.Sum()} before the backup began");
        return (clients, before);

        Task SaveAsync(SavingClient client, int most) => Task.Run(async () =>
        {
            while (!done.IsCancellationRequested && client.Acknowledged.Count < most)
            {
                client.Write();
                (await client.SaveAsync(default)).Should().Be(HttpStatusCode.OK);
            }
        });
    }

    private void CheckFile()
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(NewFolder, "interviewprep.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT (SELECT journal_mode FROM pragma_journal_mode) || ' ' || (SELECT integrity_check FROM pragma_integrity_check)";
        command.ExecuteScalar().Should().Be("wal ok");
    }
}
