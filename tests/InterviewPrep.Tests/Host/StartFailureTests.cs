using System.Net;
using System.Net.Sockets;
using InterviewPrep.Tests.Durability;
using InterviewPrep.Tests.Support;
using Microsoft.Data.Sqlite;

namespace InterviewPrep.Tests.Host;

/// <summary>Whatever keeps the program from starting is said in one line, without a stack trace, and the exit code is 1.</summary>
public sealed class StartFailureTests : IDisposable
{
    private readonly string work = Directory.CreateTempSubdirectory("interviewprep-start-").FullName;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(work, recursive: true);
    }

    [Theory]
    [InlineData("Site__TimeZone must be", "--Site__TimeZone=Asia/Nowhere")]
    [InlineData("Site__Name must have", "--Site__Name=")]
    [InlineData("Site__Logo must be", "--Site__Logo=no.png")]
    [InlineData("Site__Address must be", "--Site__Address=lianxi.example.org")]
    [InlineData("Site__Address must be", "--Site__Address=https://lianxi.example.org/path")]
    [InlineData("Site__StaffPasskey can be true only", "--Site__StaffPasskey=true")]
    [InlineData("Site__Offline must be true or false (it is \"yes\")", "--Site__Offline=yes")]
    [InlineData("Site__Hsts must be true or false (it is \"1\")", "--Site__Hsts=1")]
    [InlineData("Proxy__Hops must be a whole number (it is \"two\")", "--Proxy__Hops=two")]
    [InlineData("Proxy__Hops must be from 1 to 5", "--Proxy__Hops=9")]
    [InlineData("Proxy__Known must be", "--Proxy__Known=nearby")]
    [InlineData("Oidc__Authority must be", "--Oidc__Authority=http://school.example.org")]
    [InlineData("Oidc__MakesAccounts must be", "--Oidc__MakesAccounts=perhaps")]
    [InlineData("Logging__LogLevel__Default must be one of", "--Logging__LogLevel__Default=Debugg")]
    [InlineData("Logging__LogLevel__Microsoft must be one of", "--Logging__LogLevel__Microsoft=loud")]
    [InlineData("Logging__Console__FormatterName must be one of", "--Logging__Console__FormatterName=xml")]
    [InlineData("Urls must be", "--Urls=foo")]
    [InlineData("Urls must be", "--Urls=5080")]
    [InlineData("Urls must be", "--Urls=http://localhost:99999")]
    [InlineData("Urls must be", "--Urls=http://localhost:5080/path")]
    [InlineData("Database__Provider must be", "--Database__Provider=Oracle")]
    [InlineData("Database__ConnectionString must be set", "--Database__Provider=Postgres")]
    [InlineData("Database__ConnectionString cannot be read", "--Database__Provider=Postgres", "--Database__ConnectionString=hostname-only")]
    [InlineData("cannot be used", "--Database__Provider=Postgres", "--Database__ConnectionString=Host=127.0.0.1;Port=1;Username=x;Password=secret-word")]
    [InlineData("cannot be used", "--Database__Provider=Postgres", "--Database__ConnectionString=Host=no-such-host.invalid;Username=x;Password=secret-word")]
    [InlineData("Data__VisitorDays must be 7 to 3650", "--Data__VisitorDays=1")]
    [InlineData("Content__Folder must be", "--Content__Folder=nowhere")]
    [InlineData("cannot listen on https", "--Urls=https://127.0.0.1:0")]
    [InlineData("cannot listen on http://192.0.2.1:5080", "--Urls=http://192.0.2.1:5080")]
    public async Task A_wrong_value(string reason, params string[] settings) => await FailsAsync(reason, settings);

    [Fact]
    public async Task A_port_that_is_in_use()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        await FailsAsync("address already in use", $"--Urls=http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}");
    }

    [Fact]
    public async Task A_data_folder_that_is_a_file_or_cannot_be_made()
    {
        await File.WriteAllTextAsync(Path.Combine(work, "file"), "");

        await FailsAsync("Data__Folder must be the path of a folder", "--Data__Folder=file");
        await FailsAsync($"Data__Folder {Path.Combine(work, "file", "inner")} cannot be written", "--Data__Folder=file/inner");
    }

    [Fact]
    public async Task A_data_folder_of_another_account()
    {
        if (OperatingSystem.IsWindows()) return;
        Directory.CreateDirectory(Path.Combine(work, "data"));
        if (OtherAccount.IsRoot) File.SetUnixFileMode(work, (UnixFileMode)0b_111_101_101);
        else File.SetUnixFileMode(Path.Combine(work, "data"), UnixFileMode.UserRead | UnixFileMode.UserExecute);

        await FailsAsync($"Data__Folder {Path.Combine(work, "data")} cannot be written by ", OtherAccount.Wrapper, []);
    }

    [Fact]
    public async Task A_database_that_is_none_or_cannot_be_written_or_is_locked()
    {
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(work, "data")).FullName, "interviewprep.db");
        await File.WriteAllTextAsync(file, new string('x', 5000));
        await FailsAsync("file is not a database");

        File.Delete(file);
        (await CommandProcess.RunAsync(Program(["migrate"]))).Exit.Should().Be(0);
        await using var other = new SqliteConnection($"Data Source={file};Pooling=False");
        await other.OpenAsync();
        await using var locked = await other.BeginTransactionAsync();
        await FailsAsync("database is locked");
    }

    [Fact]
    public async Task A_database_that_a_newer_program_has_written()
    {
        (await CommandProcess.RunAsync(Program(["migrate"]))).Exit.Should().Be(0);
        await using (var db = new SqliteConnection($"Data Source={Path.Combine(work, "data", "interviewprep.db")};Pooling=False"))
        {
            await db.OpenAsync();
            await using var command = db.CreateCommand();
            command.CommandText = "INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Later', '99.0.0')";
            await command.ExecuteNonQueryAsync();
        }

        await FailsAsync("the database was written by a newer version of this program (it has 29990101000000_Later)");
    }

    [Fact]
    public async Task A_data_folder_that_another_process_uses()
    {
        await using (var other = new ServerProcess($"--Data__Folder={Path.Combine(work, "data")}", $"--Content__Folder={Repository.SampleContent}"))
        {
            await other.StartAsync();

            await FailsAsync($"Data__Folder {Path.Combine(work, "data")} is in use by another process of this program");
            (await CommandProcess.RunAsync(Program(["demo", $"--password={People.Password}"]))).Should().Match<(int Exit, string Output, string Errors)>(r => r.Exit == 1 && r.Errors.Contains("is in use"));
            (await CommandProcess.RunAsync(Program(["backup", Path.Combine(work, "site.zip")]))).Exit.Should().Be(0, "a backup is made while the site runs");
        }
        (await CommandProcess.RunAsync(Program(["migrate"]))).Exit.Should().Be(0, "a process that was killed keeps nothing");
    }

    [SmallDiskFact]
    public async Task A_full_disk()
    {
        var disk = new SmallDisk(Path.Combine(work, "data"));
        try
        {
            disk.Fill();
            await FailsAsync("no space is left on the disk");
        }
        finally
        {
            disk.Unmount();
        }
    }

    [Fact]
    public async Task Settings_that_cannot_be_read()
    {
        // Settings files lie beside the program; the one of an environment that nobody else has disturbs nobody.
        var environment = $"t{Guid.NewGuid():N}";
        var file = Path.Combine(Path.GetDirectoryName(ServerProcess.Program)!, $"appsettings.{environment}.json");
        var start = Program(["migrate"]);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        try
        {
            await File.WriteAllTextAsync(file, "{ \"Site\": { \"Name\": \"x\" ");
            var broken = await CommandProcess.RunAsync(start);
            (broken.Exit, broken.Errors.TrimEnd().Split('\n').Length).Should().Be((1, 1), broken.Errors);
            broken.Errors.Should().Contain(file);

            await File.WriteAllTextAsync(file, "{ \"Sites\": { \"Name\": \"x\" } }");
            var unknown = await CommandProcess.RunAsync(start);
            (unknown.Exit, unknown.Errors).Should().Match<(int Exit, string Errors)>(r => r.Exit == 2 && r.Errors.Contains("there is no setting Sites"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private Task FailsAsync(string reason, params string[] settings) => FailsAsync(reason, [], settings);

    private async Task FailsAsync(string reason, string[] wrapper, params string[] settings)
    {
        var (exit, output, errors) = await CommandProcess.RunAsync(Program([.. settings], wrapper));

        exit.Should().Be(1, "{0} {1}", output, errors);
        errors.TrimEnd().Should().Contain(reason).And.NotContain("\n").And.NotContain("secret-word");
        (output + errors).Should().NotContain("   at ", "a stack trace tells the technician nothing");
        output.Should().NotContain("fail:").And.NotContain("crit:");
    }

    private System.Diagnostics.ProcessStartInfo Program(string[] words, params string[] wrapper)
    {
        var start = CommandProcess.Program(words, wrapper);
        start.WorkingDirectory = work;
        start.Environment["Content__Folder"] = Repository.SampleContent;
        start.Environment["Urls"] = "http://127.0.0.1:0";
        return start;
    }
}
