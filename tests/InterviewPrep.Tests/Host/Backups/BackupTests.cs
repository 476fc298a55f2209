using System.Diagnostics;
using InterviewPrep.Tests.Durability;
using InterviewPrep.Tests.Features.Scans;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Data.Sqlite;
using InterviewPrep.Web.Features.Handwriting;
using InterviewPrep.Web.Host;
using InterviewPrep.Web.Host.Backups;
using InterviewPrep.Web.Host.Commands;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewPrep.Tests.Host.Backups;

/// <summary>A backup is whole and under its name, or there is none.</summary>
public sealed class BackupTests(BackedUpApp app) : IClassFixture<BackedUpApp>
{
    [Fact]
    public async Task Nothing_is_written_over_and_nothing_into_a_folder_that_is_not_there()
    {
        var before = await File.ReadAllBytesAsync(app.Backup);

        (await app.BackupAsync(app.Backup)).Should().StartWith("not backed up: ").And.Contain("is there already");
        (await app.BackupAsync(app.Work)).Should().Contain("is a folder");
        (await app.BackupAsync(Path.Combine(app.Work, "none", "site.zip"))).Should().Contain("there is no folder");
        (await app.BackupAsync(Path.Combine(app.DataFolder, "site.zip"))).Should().Contain("lies in the data folder");

        (await File.ReadAllBytesAsync(app.Backup)).Should().Equal(before);
    }

    [Fact]
    public async Task A_folder_without_a_site_is_said_and_not_made()
    {
        var folder = app.NewPath();
        await using var site = SiteHost.Build([$"--Data:Folder={folder}", $"--Content:Folder={Repository.SampleContent}"]);
        using var errors = new StringWriter();

        (await BackupCommands.BackupAsync(site.Services, app.NewPath("site"), false, TextWriter.Null, errors)).Should().BeFalse();

        errors.ToString().Should().Contain("there is no database").And.Contain("Data__Folder");
        Directory.Exists(folder).Should().BeFalse();
    }

    [Theory]
    [InlineData("reading it again", false)]
    [InlineData("adding", true)]
    public async Task What_is_broken_off_is_not_under_the_name(string at, bool politely)
    {
        var file = Path.Combine(Directory.CreateDirectory(app.NewPath()).FullName, "site.zip");
        using var command = CommandProcess.Start(["backup", file, .. app.Database, $"--Data:Folder={app.DataFolder}", $"--Content:Folder={Repository.SampleContent}"]);
        await command.ReadToAsync(at);
        if (politely) command.Terminate();
        else command.Kill();
        var exit = await command.EndAsync();

        // It may have been quicker; but then it is whole.
        if (File.Exists(file)) (await BackedUpApp.RestoreAsync(file, app.NewPath())).Should().Be("");
        else if (politely) (exit, Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(file)!).Count()).Should().Be((1, 0), "who is asked to stop clears up");
    }

    [Fact]
    public async Task A_picture_that_comes_or_goes_while_the_backup_runs_is_in_it_with_its_row_or_not_at_all()
    {
        using var learner = await app.NewPersonAsync("学员拍照");
        var gone = await SendAsync(learner);
        var (late, kept) = (Guid.Empty, await SendAsync(learner));
        var (file, folder) = (app.NewPath("site"), app.NewPath());
        await using var scope = app.Services.CreateAsyncScope();

        await ActivatorUtilities.CreateInstance<BackupWriter>(scope.ServiceProvider).WriteAsync(file, false, line =>
        {
            if (line.StartsWith("adding", StringComparison.Ordinal)) Task.Run(ChangeAsync).Wait();
        }, _ => { }, default);

        (await BackedUpApp.RestoreAsync(file, folder)).Should().Be("");
        var rows = await InRestoredAsync(folder, db => db.Set<ScanPage>().Select(p => p.Id).ToListAsync());
        rows.Should().Contain(kept).And.NotContain(gone).And.NotContain(late);
        Directory.EnumerateFiles(Path.Combine(folder, "scans"), "*", SearchOption.AllDirectories).Select(f => Guid.Parse(Path.GetFileNameWithoutExtension(f))).Should().BeEquivalentTo(rows);

        async Task ChangeAsync()
        {
            await learner.SubmitAsync(await learner.GetAsync("/scans"), ".tray form[action*=Remove]", ("id", $"{gone}"));
            late = await SendAsync(learner);
        }
    }

    [Fact]
    public async Task Where_the_site_itself_has_lost_a_picture_the_backup_fails_and_the_rest_is_saved_beside_its_name()
    {
        using var learner = await app.NewPersonAsync("学员丢图");
        var id = await SendAsync(learner);
        File.Delete(Path.Combine(app.DataFolder, ScanFolder.NameOf(id)));
        var file = app.NewPath("site");

        (await app.BackupAsync(file)).Should().StartWith("not backed up: 1 pictures are missing").And.Contain(ScanFolder.NameOf(id)).And.Contain(file + BackupWriter.Incomplete);

        File.Exists(file).Should().BeFalse("a file of this name is whole, and a line of cron goes by it");
        (await BackedUpApp.RestoreAsync(file + BackupWriter.Incomplete, app.NewPath())).Should().Be("");
        (await app.BackupAsync(file, allowMissing: true)).Should().StartWith("warning: 1 pictures are missing");
        (await BackedUpApp.RestoreAsync(file, app.NewPath())).Should().Be("");
        BackupEditor.Open(file).Manifest.Counts["pictures"].Should().Be(await app.InDbAsync(db => db.Set<ScanPage>().CountAsync()) - 1);
        await app.InDbAsync(db => db.Set<ScanPage>().Where(p => p.Id == id).ExecuteDeleteAsync());
    }

    [Fact]
    public void A_linked_folder_is_part_of_the_data_and_one_that_leads_back_up_is_not_walked_round_and_round()
    {
        var (folder, elsewhere) = (Directory.CreateDirectory(app.NewPath()), Directory.CreateDirectory(app.NewPath()));
        File.WriteAllText(Path.Combine(elsewhere.FullName, "a.txt"), "");
        File.WriteAllText(Path.Combine(folder.FullName, ".b"), "");
        Directory.CreateSymbolicLink(Path.Combine(folder.FullName, "linked"), elsewhere.FullName);
        Directory.CreateSymbolicLink(Path.Combine(folder.CreateSubdirectory("inner").FullName, "up"), folder.FullName);

        DataFiles.Walk(folder.FullName).Should().Equal(".b", "linked/a.txt");
    }

    [SmallDiskFact]
    public async Task A_full_disk_is_said_in_a_line_and_nothing_is_left()
    {
        var disk = Directory.CreateDirectory(app.NewPath("disk")).FullName;
        // The copy of the database fits, and the archive beside it does not.
        var size = new FileInfo(Path.Combine(app.DataFolder, DataFiles.Database)).Length;
        foreach (var room in new[] { size / 2, size + 16_384 })
        {
            Run("mount", "-t", "tmpfs", "-o", $"size={room}", "tmpfs", disk);
            try
            {
                (await app.BackupAsync(Path.Combine(disk, "site.zip"))).Should().MatchRegex("^not backed up: .*(full|space)");
                Directory.EnumerateFileSystemEntries(disk).Should().BeEmpty();
            }
            finally
            {
                Run("umount", disk);
            }
        }
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        process.ExitCode.Should().Be(0, "{0} must work", program);
    }

    private async Task<Guid> SendAsync(Visitor learner) => (await Photos.SendAsync(app, learner, Photos.Take())).Json.GetProperty("id").GetGuid();

    private Task<T> InRestoredAsync<T>(string folder, Func<AppDb, Task<T>> look) => app.InDbAsync(async db =>
    {
        await using var restored = SqliteFile.Open(Path.Combine(folder, DataFiles.Database), db);
        return await look(restored);
    });
}
