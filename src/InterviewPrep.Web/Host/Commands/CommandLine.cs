using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using Microsoft.Extensions.Options;

namespace InterviewPrep.Web.Host.Commands;

/// <summary>The words of the command line beside plain serving. Each runs in the host's own set-up and ends the program.</summary>
public static class CommandLine
{
    private const int Success = 0, Failure = 1, Misuse = 2;

    private const string Usage = """
        usage: dotnet run --project src/InterviewPrep.Web [-- COMMAND] [--Key=value ...]

          (no command)     builds the data folder, brings in content/ and serves the site
          content check    checks every file of content/ and the bank as a whole; lists problems as file:line: what is wrong
          content check FILE...
                           lists the problems of these files only; --table: prints what can be counted of the bank
          coach FILE...    the scoring points found in each text file, a JSON line each
          coach --table FOLDER
                           scores the labelled lines (*.jsonl) of a folder: precision, recall, F1 a point, with an interval
          coach train      makes the coach's weights anew from content/coach/labels
          demo --password=PASSWORD
                           fills an empty installation with a class, its people, assignments, drafts and marks
          backup FILE      makes one file with the database, its files and keys, while the site runs
          restore FILE     puts such a file into a data folder that is new or empty
          migrate          brings the configured database up to date and exits
          --help           this text

        settings: Urls, Data__Folder, Content__Folder, Database__Provider, Database__ConnectionString, Site__TimeZone, Site__Name, Site__School, Site__Logo
        """;

    /// <summary>Splits the command line into words of a command and settings; null words mean plain serving.</summary>
    public static string[] CommandWords(string[] args) => [.. args.Where(a => !a.StartsWith("--", StringComparison.Ordinal) || a is "--help" or ContentCheck.Strict or CoachCommand.Table)];

    /// <summary>Runs the command that the words name.</summary>
    /// <returns>The exit code: 0 done, 1 something is wrong, 2 a wrong word.</returns>
    public static async Task<int> RunAsync(string[] words, WebApplication app)
    {
        switch (words)
        {
            case ["--help"]:
                Console.WriteLine(Usage);
                return Success;
            case ["content", "check", ..]:
                return ContentCheck.Run(app.Services.GetRequiredService<IOptions<ContentOptions>>().Value.Folder, words[2..], Console.Out, Console.Error) ? Success : Failure;
            case ["coach", "train"]:
                return CoachCommand.Train(app.Services.GetRequiredService<IOptions<ContentOptions>>().Value.Folder, Console.Out, Console.Error) ? Success : Failure;
            case ["coach", CoachCommand.Table, var labels]:
                return CoachCommand.RunTable(app.Services.GetRequiredService<IOptions<ContentOptions>>().Value.Folder, labels, Console.Out, Console.Error) ? Success : Failure;
            case ["coach", not CoachCommand.Table, ..]:
                return CoachCommand.Run(app.Services.GetRequiredService<IOptions<ContentOptions>>().Value.Folder, words[1..], Console.Out, Console.Error) ? Success : Failure;
            case ["demo"]:
                return await DemoCommand.RunAsync(app, Console.Out, Console.Error) ? Success : Failure;
            case ["backup", var file]:
                return await BackupCommands.BackupAsync(app.Services, file, Console.Out, Console.Error) ? Success : Failure;
            case ["restore", var file]:
                return await BackupCommands.RestoreAsync(app.Services, file, Console.Out, Console.Error) ? Success : Failure;
            case ["migrate"]:
                await DatabaseSetup.MigrateAsync(app.Services);
                return Success;
            default:
                await Console.Error.WriteLineAsync(Usage);
                return Misuse;
        }
    }
}
