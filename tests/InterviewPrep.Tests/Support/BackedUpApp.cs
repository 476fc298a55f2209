using InterviewPrep.Web.Host;
using InterviewPrep.Web.Host.Commands;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewPrep.Tests.Support;

/// <summary>A site with a class in it, and a backup of it.</summary>
public sealed class BackedUpApp : App, IAsyncLifetime
{
    private int count;

    /// <summary>A folder for what the tests make.</summary>
    public string Work { get; } = Directory.CreateTempSubdirectory("interviewprep-backup-").FullName;

    public string Backup => Path.Combine(Work, "site.zip");

    /// <summary>Settings that lead to this site's database.</summary>
    public string[] Database => [.. new[] { "Database:Provider", "Database:ConnectionString" }.Select(k => $"--{k}={Services.GetRequiredService<IConfiguration>()[k]}")];

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        await SchoolWithEverything.NewAsync(this);
        (await BackupAsync(Backup)).Should().Be("");
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        Directory.Delete(Work, recursive: true);
    }

    /// <summary>A path that nothing has.</summary>
    public string NewPath(string name = "new") => Path.Combine(Work, $"{name}-{Interlocked.Increment(ref count)}");

    /// <returns>What the command says on standard error; nothing where it worked.</returns>
    public async Task<string> BackupAsync(string file, bool allowMissing = false)
    {
        using var errors = new StringWriter();
        (await BackupCommands.BackupAsync(Services, file, allowMissing, TextWriter.Null, errors)).Should().Be(!errors.ToString().Contains("not backed up", StringComparison.Ordinal));
        return errors.ToString();
    }

    /// <param name="database">Settings of the database to restore to; SQLite where none are given.</param>
    /// <returns>What the command says on standard error; nothing where it worked.</returns>
    public static async Task<string> RestoreAsync(string file, string folder, params string[] database)
    {
        using var errors = new StringWriter();
        await using var site = SiteHost.Build([.. database, $"--Data:Folder={folder}", $"--Content:Folder={Repository.SampleContent}", "--Logging:LogLevel:Default=Warning"]);
        (await BackupCommands.RestoreAsync(site.Services, file, TextWriter.Null, errors)).Should().Be(errors.ToString().Length == 0);
        return errors.ToString();
    }
}
