using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Host.Settings;

namespace InterviewPrep.Tests.Host;

/// <summary>The command line as whoever runs the server types it.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly string work = Directory.CreateTempSubdirectory("interviewprep-words-").FullName;

    public void Dispose() => Directory.Delete(work, recursive: true);

    [Fact]
    public async Task Help_names_every_command_and_every_setting()
    {
        var (exit, output, errors) = await RunAsync("--help");

        (exit, errors).Should().Be((0, ""));
        foreach (var setting in Setting.All) output.Should().Contain($"--{setting.Name} <").And.Contain(setting.English);
        foreach (var command in new[] { "content", "coach", "demo", "backup", "restore", "migrate", "--version" }) output.Should().MatchRegex($@"(?m)^  {command} ");
        (await RunAsync("content", "check", "--help")).Output.Should().Contain("--strict");
    }

    [Theory]
    [InlineData("--Data__Folder=elsewhere")]
    [InlineData("--Data:Folder=elsewhere")]
    [InlineData("--Data:Folder", "elsewhere")]
    [InlineData("--data__folder", "elsewhere")]
    public async Task A_setting_is_taken_however_it_is_written_and_the_command_says_where_it_worked(params string[] written)
    {
        var (exit, output, errors) = await RunAsync(["migrate", .. written, $"--Content__Folder={Repository.SampleContent}"]);

        (exit, errors).Should().Be((0, ""));
        output.Should().Contain($"data folder {Path.Combine(work, "elsewhere")}, database SQLite {Path.Combine(work, "elsewhere", "interviewprep.db")}");
        Directory.Exists(Path.Combine(work, "data")).Should().BeFalse();
        File.Exists(Path.Combine(work, "elsewhere", "interviewprep.db")).Should().BeTrue();
    }

    [Theory]
    [InlineData("there is no command \"bakcup\"; the nearest is \"backup\"", "bakcup", "x.zip")]
    [InlineData("there is no command \"chek\"; the nearest is \"check\"", "content", "chek")]
    [InlineData("there is no option or setting --Site__Nmae; the nearest is --Site__Name", "--Site:Nmae=x")]
    [InlineData("there is no option or setting --passwort; the nearest is --password", "demo", "--passwort=x")]
    [InlineData("there is no option or setting --Urlz; the nearest is --Urls", "--Urlz", "http://localhost:1")]
    [InlineData("\"b\" is one word too many for restore", "restore", "a", "b")]
    [InlineData("'backup'", "backup")]
    [InlineData("'--password' is required", "demo")]
    [InlineData("coach needs text files", "coach")]
    [InlineData("--Data__Folder", "migrate", "--Data__Folder")]
    public async Task A_wrong_word_is_named_with_the_nearest_right_one(string reason, params string[] words)
    {
        var (exit, output, errors) = await RunAsync(words);

        (exit, output).Should().Be((2, ""));
        errors.TrimEnd().Should().Contain(reason).And.NotContain("\n");
        Directory.EnumerateFileSystemEntries(work).Should().BeEmpty("nothing is done by a wrong word");
    }

    [Fact]
    public async Task A_setting_of_the_environment_that_does_not_exist_is_refused_and_one_with_one_underscore_is_told()
    {
        var wrong = Program("migrate");
        wrong.Environment["Site__Nmae"] = "x";
        var (exit, _, errors) = await CommandProcess.RunAsync(wrong);
        (exit, errors.TrimEnd()).Should().Be((2, "there is no setting Site__Nmae; the nearest is Site__Name (--help lists commands and settings)"));

        var like = Program("demo", $"--password={People.Password}", $"--Content__Folder={Repository.SampleContent}");
        like.Environment["DATA_FOLDER"] = "/elsewhere";
        (await CommandProcess.RunAsync(like)).Output.Should().Contain("DATA_FOLDER, which is read by nothing; the setting is called Data__Folder");
    }

    [Fact]
    public async Task A_setting_with_nothing_behind_the_sign_is_empty()
    {
        var start = Program("migrate", "--Site:Address=");
        start.Environment["Site__Address"] = "no address";

        (await CommandProcess.RunAsync(start)).Exit.Should().Be(0, "the command line comes after the environment");
    }

    private async Task<(int Exit, string Output, string Errors)> RunAsync(params string[] words) => await CommandProcess.RunAsync(Program(words));

    private System.Diagnostics.ProcessStartInfo Program(params string[] words)
    {
        var start = CommandProcess.Program(words);
        start.WorkingDirectory = work;
        start.Environment["Content__Folder"] = Repository.SampleContent;
        return start;
    }
}
