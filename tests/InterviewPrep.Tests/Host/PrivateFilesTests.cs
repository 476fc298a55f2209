using InterviewPrep.Tests.Support;

namespace InterviewPrep.Tests.Host;

/// <summary>What the program makes is for its own account, wherever it lies and whatever the account's mask is.</summary>
public sealed class PrivateFilesTests : IDisposable
{
    private const UnixFileMode Others = (UnixFileMode)0b_000_111_111, Open = (UnixFileMode)0b_111_101_101;

    private readonly string work = Directory.CreateTempSubdirectory("interviewprep-private-").FullName;

    public void Dispose() => Directory.Delete(work, recursive: true);

    [Fact]
    public async Task In_a_folder_that_was_open_already_every_file_is_closed_and_a_line_says_how_to_close_the_folder()
    {
        if (OperatingSystem.IsWindows()) return;
        var folder = Directory.CreateDirectory(Path.Combine(work, "data")).FullName;
        File.SetUnixFileMode(folder, Open);

        (await RunAsync("demo", $"--password={People.Password}")).Should().Contain($"is open to other accounts of this machine (mode 755); close it: chmod 700 {folder}");
        Closed(folder);
        foreach (var file in Directory.EnumerateFiles(folder)) File.SetUnixFileMode(file, (UnixFileMode)0b_110_100_100); // as an earlier version left them
        var site = new ServerProcess($"--Data__Folder={folder}", $"--Content__Folder={Repository.SampleContent}");
        await using (site)
        {
            await site.StartAsync();
            using var visitor = new Visitor(site.Address);
            await visitor.GetAsync("/");
            await RunAsync("backup", Path.Combine(work, "site.zip"));
            Closed(folder);
            Closed(work, "site.zip");
        }
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        (await RunAsync("migrate")).Should().NotContain("chmod");
    }

    [Fact]
    public async Task A_folder_that_the_program_makes_is_closed_with_all_that_is_in_it()
    {
        if (OperatingSystem.IsWindows()) return;

        await RunAsync("migrate");

        File.GetUnixFileMode(Path.Combine(work, "data")).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Closed(Path.Combine(work, "data"));
    }

    private static void Closed(string folder, string pattern = "*")
    {
        var found = Directory.EnumerateFileSystemEntries(folder, pattern, SearchOption.AllDirectories).ToList();
        found.Should().NotBeEmpty();
        found.Where(IsOpen).Should().BeEmpty("nobody else on the machine reads password hashes and keys");
    }

    private static bool IsOpen(string path) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0;

    private async Task<string> RunAsync(params string[] words)
    {
        var start = CommandProcess.Program([.. words, $"--Data__Folder={Path.Combine(work, "data")}", $"--Content__Folder={Repository.SampleContent}"], "bash", "-c", "umask 022; exec \"$@\"", "_");
        var (exit, output, errors) = await CommandProcess.RunAsync(start);
        exit.Should().Be(0, errors);
        return output;
    }
}
