using System.Net;
using System.Text.RegularExpressions;
using InterviewPrep.Tests.Support;

namespace InterviewPrep.Tests.Docs;

/// <summary>
/// README and manuals are run: every command in them, as it is written and in their order, in clean folders. Only folders, ports and files that stand for
/// the reader's own are put in; <c>dotnet run</c> is the program that these tests were built with.
/// </summary>
public sealed partial class ManualCommandsTests : IDisposable
{
    private const string Run = "dotnet run --project src/InterviewPrep.Web", File1 = "content/questions/题型/名字.md";

    // What the list of checks or whoever trains the coach runs: these tests are part of the first two, and the third writes into the content.
    private static readonly string[] RunElsewhere = ["bash tests/run.sh", "coach train"];

    private static readonly string Labels = Path.Combine(Repository.ShippedContent, "coach", "labels", "adversarial-a.jsonl");

    private readonly string work = Directory.CreateTempSubdirectory("interviewprep-manual-").FullName;
    private readonly List<string> done = [];

    public void Dispose() => Directory.Delete(work, recursive: true);

    [Fact]
    public async Task Every_command_of_README_and_manuals_does_its_work_in_a_clean_folder()
    {
        foreach (var page in new[] { "README.md", "docs/guide/running.md", "docs/guide/writing-questions.md" })
        {
            foreach (var command in CommandsOf(await File.ReadAllTextAsync(Path.Combine(Repository.Root, page)))) await RunAsync(page, command);
        }
        done.Should().HaveCountGreaterThan(15).And.Contain(d => d.Contains(" restore ")).And.Contain(d => d.Contains(" demo ")).And.Contain(d => d.Contains("find "));
    }

    [Fact]
    public void No_command_of_the_program_is_left_out_of_the_README()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        foreach (var command in new[] { "content check", "coach FILE...", "demo", "backup FILE", "restore FILE", "migrate", "--help" }) readme.Should().Contain($"| `{command}");
    }

    private static IEnumerable<string> CommandsOf(string text) => Command().Matches(text).Select(m => m.Groups.Values.Skip(1).First(g => g.Success).Value.Split('#')[0].Trim());

    private async Task RunAsync(string page, string command)
    {
        if (RunElsewhere.Contains(command)) return;
        done.Add($"{page}: {command}");
        if (command.StartsWith("30 3", StringComparison.Ordinal)) await RunByCronAsync(command);
        else await RunProgramAsync([.. (command.StartsWith(Run, StringComparison.Ordinal) ? command[Run.Length..] : command).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w != "--")]);
    }

    private async Task RunProgramAsync(string[] words)
    {
        var folder = Folder(words switch
        {
            // Each needs a folder as it says: an empty one, or that of the site.
            ["demo", ..] => "demo" + done.Count,
            ["restore", ..] when !words.Any(w => w.StartsWith("--", StringComparison.Ordinal)) => "new" + done.Count,
            _ => "site",
        });
        var start = CommandProcess.Program(words.Select(Fill));
        start.WorkingDirectory = folder;
        if (words.Length == 0 || words.All(w => w.StartsWith("--", StringComparison.Ordinal) && w.Contains('=', StringComparison.Ordinal)))
        {
            await ServesAsync(start, words);
            return;
        }
        var (exit, output, errors) = await CommandProcess.RunAsync(start);
        exit.Should().Be(0, "of {0}: {1}{2}", done[^1], output, errors);
        output.Should().NotBeEmpty();
    }

    private static async Task ServesAsync(System.Diagnostics.ProcessStartInfo start, string[] words)
    {
        await using var server = new ServerProcess([.. start.ArgumentList.Skip(1).Where(a => !a.StartsWith("--Urls", StringComparison.Ordinal))]) { Folder = start.WorkingDirectory };
        await server.StartAsync();
        using var visitor = new Visitor(server.Address);
        (await visitor.GetAsync("/health/ready")).Status.Should().Be(HttpStatusCode.OK);
        (await visitor.GetAsync("/lessons")).Status.Should().Be(HttpStatusCode.OK);
        if (words.Length > 0) return;
        server.Log.Should().Contain(l => l.Contains("/set-up/", StringComparison.Ordinal), "the first start prints a link");
        Directory.Exists(Path.Combine(start.WorkingDirectory, "data")).Should().BeTrue();
    }

    private async Task RunByCronAsync(string line)
    {
        var (site, backups) = (Folder("site"), Directory.CreateDirectory(Path.Combine(work, "backup")).FullName);
        var program = Path.Combine(site, "InterviewPrep.Web");
        await File.WriteAllTextAsync(program, $"#!/bin/sh\nexec dotnet '{ServerProcess.Program}' \"$@\"\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var old = Path.Combine(backups, "2020-01-01.zip");
        await File.WriteAllTextAsync(old, "");
        File.SetLastWriteTimeUtc(old, TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-40));
        var script = Cron().Replace(line, "").Replace(@"\%", "%", StringComparison.Ordinal).Replace("/srv/interviewprep", site, StringComparison.Ordinal).Replace("/backup", backups, StringComparison.Ordinal);

        var (exit, output, errors) = await CommandProcess.RunAsync(new System.Diagnostics.ProcessStartInfo("sh", ["-c", script]));

        (exit, output).Should().Be((0, ""), errors);
        File.Exists(old).Should().BeFalse("it is older than thirty days");
        File.Exists(Path.Combine(backups, $"{TimeProvider.System.GetLocalNow():yyyy-MM-dd}.zip")).Should().BeTrue();
    }

    // What stands for the reader's own.
    private string Fill(string word) => word switch
    {
        "FILE" => Path.Combine(work, "readme.zip"),
        "FILE..." => Write("answer.txt", "您反映的情况，我先向您道歉，再去现场查清楚。\n"),
        "FOLDER" => Path.GetDirectoryName(Write(Path.Combine("labels", "a.jsonl"), string.Join('\n', File.ReadLines(Labels).Take(20))))!,
        File1 => Path.GetRelativePath(Repository.Root, Directory.EnumerateFiles(Path.Combine(Repository.ShippedContent, "questions"), "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal).First()),
        _ when word.StartsWith("--password=", StringComparison.Ordinal) => $"--password={People.Password}",
        _ => word.Replace("/backup", Directory.CreateDirectory(Path.Combine(work, "backup")).FullName, StringComparison.Ordinal).Replace("/tmp/try", Path.Combine(work, "try"), StringComparison.Ordinal),
    };

    private string Write(string name, string text)
    {
        var path = Path.Combine(work, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    private string Folder(string name)
    {
        var folder = Path.Combine(work, name);
        if (Directory.Exists(folder)) return folder;
        Directory.CreateDirectory(folder);
        Directory.CreateSymbolicLink(Path.Combine(folder, "content"), Repository.ShippedContent);
        return folder;
    }

    // A line that is set off, a piece in the text, or the first column of the table of commands.
    [GeneratedRegex(@"(?m)^ {4}((?:dotnet run|bash|30 3) .+)$|`(dotnet run [^`\n]+)`|^\| `((?:content|coach|demo|backup|restore|migrate|--help)\b[^`\n]*)` \|")]
    private static partial Regex Command();

    [GeneratedRegex(@"^30 3 \* \* \* ")]
    private static partial Regex Cron();
}
