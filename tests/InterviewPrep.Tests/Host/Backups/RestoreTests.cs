using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Data.Sqlite;
using InterviewPrep.Web.Host;
using InterviewPrep.Web.Host.Backups;
using InterviewPrep.Web.Host.Commands;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewPrep.Tests.Host.Backups;

/// <summary>A backup is put in whole, or the folder stays as it was.</summary>
public sealed class RestoreTests(BackedUpApp app) : IClassFixture<BackedUpApp>
{
    private const int Link = unchecked((int)0xA1FF0000);

    private static readonly byte[] Something = "something"u8.ToArray();

    // What somebody did who can also write a manifest that vouches for it.
    private static void Harm(BackupEditor backup, string harm)
    {
        switch (harm)
        {
            case "an entry more": backup.Parts.Add(new("data/more.txt", Something)); break;
            case "an entry fewer": backup.Parts.RemoveAll(p => p.Name.StartsWith("data/scans", StringComparison.Ordinal)); break;
            case "an entry twice": backup.Parts.Add(backup.Parts[0]); break;
            case "another content": backup.Parts[0] = backup.Parts[0] with { Bytes = [.. backup.Parts[0].Bytes.Reverse()] }; break;
            case "more bytes": backup.Parts[0] = backup.Parts[0] with { Bytes = new byte[50_000_000] }; break;
            case "more files than any disk holds": backup.Manifest = backup.Manifest with { Files = [.. backup.Manifest.Files.Select(f => f with { Bytes = long.MaxValue })] }; break;
            case "up and out": backup.Add("data/../../out.txt", Something); break;
            case "out by a full path": backup.Add("/tmp/out.txt", Something); break;
            case "beside the data": backup.Add("other/out.txt", Something); break;
            case "a link": backup.Add("data/link", "/etc/passwd"u8.ToArray(), Link); break;
            case "a log to replay": backup.Add("data/interviewprep.db-wal", Something); break;
            case "no database": backup.Parts.RemoveAll(p => p.Name == BackupManifest.Database); backup.Manifest = backup.Manifest with { Files = [.. backup.Manifest.Files.Where(f => f.Name != BackupManifest.Database)] }; break;
            case "a later format": backup.Manifest = backup.Manifest with { Format = 2 }; break;
            case "a newer schema": backup.Manifest = backup.Manifest with { Schema = "29990101000000_Later" }; break;
            case "a newer database": backup.InDatabase("INSERT INTO __EFMigrationsHistory VALUES ('20000101000000_Other', '10.0.0')"); break;
            case "rows without owners": backup.InDatabase("DELETE FROM Drafts"); break;
            case "a trigger": backup.InDatabase("CREATE TRIGGER more AFTER DELETE ON AccountSessions BEGIN DELETE FROM DraftVersions; END"); break;
            case "a view": backup.InDatabase("CREATE VIEW more AS SELECT 1"); break;
            case "a view in the place of a table": backup.InDatabase("DROP TABLE FeedbackOpenings; CREATE VIEW FeedbackOpenings AS SELECT 1 AS SubmissionId"); break;
            case "a table more": backup.InDatabase("CREATE TABLE more (id INTEGER)"); break;
            case "an index fewer": backup.InDatabase("DROP INDEX IX_Drafts_QuestionRevisionId"); break;
            case "a number that means nothing": backup.InDatabase("UPDATE Assignments SET Pace = 99"); break;
            case "text that is no JSON": backup.InDatabase("UPDATE DraftVersions SET Text = '{'"); break;
            case "text in the place of a date": backup.InDatabase("UPDATE Drafts SET SavedAt = 'gestern'"); break;
            case "a name that is too long": backup.InDatabase("UPDATE AspNetUsers SET DisplayName = printf('%300d', 1)"); break;
            case "a file that is a folder too": backup.Add("data/one", Something); backup.Add("data/one/two", Something); break;
            case "a database of something else": backup.InDatabase("DROP TABLE __EFMigrationsHistory"); break;
            default: throw new ArgumentOutOfRangeException(nameof(harm));
        }
    }

    [Theory]
    [InlineData("an entry more", "data/more.txt does not belong in it")]
    [InlineData("an entry fewer", "is missing")]
    [InlineData("an entry twice", "is in it twice")]
    [InlineData("another content", "is not what was put in")]
    [InlineData("more bytes", "has another size")]
    [InlineData("more files than any disk holds", "has another size")]
    [InlineData("up and out", "leads out of the data folder")]
    [InlineData("out by a full path", "leads out of the data folder")]
    [InlineData("beside the data", "leads out of the data folder")]
    [InlineData("a link", "is no plain file")]
    [InlineData("a log to replay", "leads out of the data folder")]
    [InlineData("no database", "no database in it")]
    [InlineData("a later format", "its format is 2")]
    [InlineData("a newer schema", "made by a newer version of this program")]
    [InlineData("a newer database", "made by a newer version of this program")]
    [InlineData("rows without owners", "belong to rows that are not there")]
    [InlineData("a database of something else", "not of the schema")]
    [InlineData("a trigger", "it has a trigger more")]
    [InlineData("a view", "it has a view more")]
    [InlineData("a view in the place of a table", "it has a view FeedbackOpenings")]
    [InlineData("a table more", "it has a table more")]
    [InlineData("an index fewer", "it lacks the index IX_Drafts_QuestionRevisionId")]
    [InlineData("a number that means nothing", "Assignments: row 1: Pace has the value 99")]
    [InlineData("text that is no JSON", "DraftVersions: row 1 cannot be read")]
    [InlineData("text in the place of a date", "Drafts: row 1 cannot be read")]
    [InlineData("a name that is too long", "AspNetUsers: row 1: DisplayName has 300 characters, at most 60 fit")]
    [InlineData("a file that is a folder too", "data/one is a file and a folder")]
    public async Task What_is_not_as_it_was_made_is_refused_with_the_reason_and_nothing_is_left(string harm, string reason)
    {
        var (file, folder) = (app.NewPath("harmed"), app.NewPath());
        var backup = BackupEditor.Open(app.Backup);
        Harm(backup, harm);
        backup.Save(file);

        var said = await BackedUpApp.RestoreAsync(file, folder);

        said.Should().StartWith("not restored: ").And.Contain(reason);
        said.TrimEnd().Should().NotContain("\n");
        NothingIsLeftOf(folder);
    }

    [Fact]
    public async Task An_empty_folder_is_as_good_as_a_new_one_and_stays_empty_where_that_fails()
    {
        var (file, folder) = (app.NewPath("cut"), Directory.CreateDirectory(app.NewPath()).FullName);
        await File.WriteAllBytesAsync(file, (await File.ReadAllBytesAsync(app.Backup))[..^4000]);
        (await BackedUpApp.RestoreAsync(file, folder)).Should().Contain("is damaged, or no backup");
        (await BackedUpApp.RestoreAsync(file + "-none", folder)).Should().Contain("there is no file");
        Directory.EnumerateFileSystemEntries(folder).Should().BeEmpty();

        (await BackedUpApp.RestoreAsync(app.Backup, folder)).Should().Be("");

        Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).Should().BeEquivalentTo("content-last-good", "interviewprep.db", "recordings", "scans");
    }

    [Fact]
    public async Task A_backup_of_an_older_schema_is_brought_up_to_date_by_the_next_start()
    {
        var (old, file, folder) = (Directory.CreateDirectory(app.NewPath("old")).FullName, app.NewPath("site"), app.NewPath());
        await using var site = SiteHost.Build([$"--Data:Folder={old}", $"--Content:Folder={Repository.SampleContent}", "--Logging:LogLevel:Default=Error"]);
        await using var scope = site.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<AppDb>().Database;
        await SqliteFile.EnsureAsync(database.GetConnectionString()!, default);
        await database.MigrateAsync(database.GetMigrations().First());
        (await BackupCommands.BackupAsync(site.Services, file, false, TextWriter.Null, Console.Error)).Should().BeTrue();

        string[] newDatabase = TestDatabase.IsPostgres ? await TestDatabase.CreateAsync(app.NewPath()) : [];
        (await BackedUpApp.RestoreAsync(file, folder, newDatabase)).Should().Be("");

        await using var again = SiteHost.Build([.. newDatabase, $"--Data:Folder={folder}", $"--Content:Folder={Repository.SampleContent}", "--Logging:LogLevel:Default=Error"]);
        (await SiteHost.PrepareAsync(again)).Should().BeTrue();
    }

    [Fact]
    public async Task Wherever_a_byte_is_flipped_what_is_restored_is_what_was_put_in()
    {
        var (whole, random, refused) = (await File.ReadAllBytesAsync(app.Backup), new Random(20_26), 0);
        const int Flips = 25;
        for (var i = 0; i < Flips; i++)
        {
            var (file, folder, bytes) = (app.NewPath("flipped"), app.NewPath(), whole.ToArray());
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            await File.WriteAllBytesAsync(file, bytes);
            if ((await BackedUpApp.RestoreAsync(file, folder)).Length == 0) continue;
            refused++;
            NothingIsLeftOf(folder);
        }
        // A few bytes of a ZIP file, such as times of day, mean nothing here.
        refused.Should().BeGreaterThan(Flips * 3 / 4);
    }

    [Fact]
    public async Task A_rehearsal_tells_whether_a_file_can_be_restored_beside_a_running_site_and_leaves_nothing()
    {
        var before = Directory.EnumerateFiles(app.DataFolder, "*", SearchOption.AllDirectories).Order().ToList();
        var cut = app.NewPath("cut");
        await File.WriteAllBytesAsync(cut, (await File.ReadAllBytesAsync(app.Backup))[..^4000]);

        var (whole, told, _) = await CheckAsync(app.Backup);
        var (damaged, _, errors) = await CheckAsync(cut);

        whole.Should().Be(0);
        told.Should().Contain("can be restored").And.EndWith("Nothing was changed.\n");
        damaged.Should().Be(1);
        errors.Should().StartWith("cannot be restored: ").And.Contain("is damaged, or no backup");
        Directory.EnumerateFiles(app.DataFolder, "*", SearchOption.AllDirectories).Order().Should().Equal(before);
        Directory.EnumerateDirectories(Path.GetTempPath(), "restore-check-*").Should().BeEmpty();
    }

    private Task<(int Exit, string Output, string Errors)> CheckAsync(string file) =>
        CommandProcess.RunAsync(CommandProcess.Program(["restore", "--check", file, .. app.Database, $"--Data:Folder={app.DataFolder}", $"--Content:Folder={Repository.SampleContent}"]));

    [Fact]
    public async Task A_folder_in_use_is_refused_and_goes_on()
    {
        var before = Directory.EnumerateFiles(app.DataFolder, "*", SearchOption.AllDirectories).Order().ToList();

        var said = await BackedUpApp.RestoreAsync(app.Backup, app.DataFolder, app.Database);

        said.Should().Contain("is not empty").And.Contain(TestDatabase.IsPostgres ? "content-last-good" : "a site's database, perhaps in use");
        Directory.EnumerateFiles(app.DataFolder, "*", SearchOption.AllDirectories).Order().Should().Equal(before);
        using var visitor = app.NewVisitor();
        (await visitor.WriteAsync()).Status.Should().Be(System.Net.HttpStatusCode.OK);
        if (!TestDatabase.IsPostgres) return;
        (await BackedUpApp.RestoreAsync(app.Backup, app.NewPath(), app.Database)).Should().Contain("the database is not empty");
    }

    private static void NothingIsLeftOf(string folder) =>
        Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(folder)!, Path.GetFileName(folder) + "*").Should().BeEmpty();
}
