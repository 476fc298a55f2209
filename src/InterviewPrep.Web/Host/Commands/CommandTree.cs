using System.CommandLine;
using InterviewPrep.Web.Content;
using Microsoft.Extensions.Options;

namespace InterviewPrep.Web.Host.Commands;

/// <summary>The commands with their words. Each runs in the host's own set-up and ends the program; without one the site is served.</summary>
internal sealed class CommandTree
{
    private readonly IReadOnlyList<Option<string>> settings;

    private CommandTree(IReadOnlyList<Option<string>> settings) => this.settings = settings;

    /// <param name="settings">Options that every command takes.</param>
    public static RootCommand Build(IReadOnlyList<Option<string>> settings)
    {
        var tree = new CommandTree(settings);
        var root = new RootCommand("Practice for structured interviews. Without a command: makes the data folder, brings in the content and serves the site.")
        {
            tree.Content(), tree.Coach(), tree.Demo(), tree.Backup(), tree.Restore(), tree.Migrate(),
        };
        foreach (var setting in settings) root.Options.Add(setting);
        tree.Does(root, (app, _, _) => SiteHost.ServeAsync(app));
        return root;
    }

    private Command Content()
    {
        var files = new Argument<string[]>("FILE") { Description = "lists the problems of these files only", Arity = ArgumentArity.ZeroOrMore };
        var strict = new Option<bool>(ContentCheck.Strict) { Description = "the same as without it: all content is held to the strict rules" };
        var table = new Option<bool>(ContentCheck.Counts) { Description = "prints what can be counted of all files" };
        var check = new Command("check", "checks every file of the content folder and the bank as a whole; lists problems as file:line: what is wrong") { files, strict, table };
        Does(check, (app, result, _) => Task.FromResult(ContentCheck.Run(Folder(app),
            [.. result.GetValue(files) ?? [], .. result.GetValue(strict) ? [ContentCheck.Strict] : Array.Empty<string>(), .. result.GetValue(table) ? [ContentCheck.Counts] : Array.Empty<string>()], Console.Out, Console.Error)));
        return new Command("content", "looks after the content folder") { check };
    }

    private Command Coach()
    {
        var files = new Argument<string[]>("FILE") { Description = "text files", Arity = ArgumentArity.ZeroOrMore };
        var table = new Option<string>(CoachCommand.Table) { Description = "scores the labelled lines (*.jsonl) of a folder: precision, recall, F1 a point, with an interval", HelpName = "FOLDER" };
        var train = new Command("train", "makes the coach's weights anew from content/coach/labels");
        Does(train, (app, _, _) => Task.FromResult(CoachCommand.Train(Folder(app), Console.Out, Console.Error)));
        var labels = new Argument<string?>("FILE") { Description = "takes the marked answers as labelled lines", Arity = ArgumentArity.ZeroOrOne };
        var marks = new Command("marks", "how many of the bank's marked stretches are found, and which are not") { labels };
        Does(marks, (app, result, _) =>
        {
            CoachCommand.Marks(Folder(app), result.GetValue(labels), Console.Out);
            return Task.FromResult(true);
        });
        var coach = new Command("coach", "the scoring points found in each text file, a JSON line each") { files, table, train, marks };
        coach.Validators.Add(r =>
        {
            if (r.GetValue(table) is null && r.GetValue(files) is not { Length: > 0 }) r.AddError("coach needs text files, or --table with a folder");
        });
        Does(coach, (app, result, _) => Task.FromResult(result.GetValue(table) is { } folder
            ? CoachCommand.RunTable(Folder(app), folder, Console.Out, Console.Error)
            : CoachCommand.Run(Folder(app), result.GetValue(files)!, Console.Out, Console.Error)));
        return coach;
    }

    private Command Demo()
    {
        var password = new Option<string>("--password") { Description = "password of its people", Required = true, HelpName = "PASSWORD" };
        var demo = new Command("demo", "fills an empty installation with a class, its people, assignments, drafts and marks") { password };
        Does(demo, (app, result, _) => DemoCommand.RunAsync(app, result.GetValue(password)!, Console.Out, Console.Error));
        return demo;
    }

    private Command Backup()
    {
        var file = new Argument<string>("FILE");
        var incomplete = new Option<bool>("--allow-missing") { Description = "makes it even where photographed pages are missing, without them" };
        var backup = new Command("backup", "makes one file with the database, its files and keys, while the site runs") { file, incomplete };
        Does(backup, (app, result, _) => BackupCommands.BackupAsync(app.Services, result.GetValue(file)!, result.GetValue(incomplete), Console.Out, Console.Error));
        return backup;
    }

    private Command Restore()
    {
        var file = new Argument<string>("FILE");
        var check = new Option<bool>("--check") { Description = "rehearses it: unpacks and checks all of the file in a temporary folder, and leaves nothing" };
        var restore = new Command("restore", "puts such a file into a data folder that is new or empty (on PostgreSQL: and into an empty database)") { file, check };
        Does(restore, (app, result, _) => result.GetValue(check)
            ? BackupCommands.CheckAsync(app.Services, result.GetValue(file)!, Console.Out, Console.Error)
            : BackupCommands.RestoreAsync(app.Services, result.GetValue(file)!, Console.Out, Console.Error));
        return restore;
    }

    private Command Migrate()
    {
        var migrate = new Command("migrate", "brings the configured database up to date and exits");
        Does(migrate, (app, _, ct) => MigrateCommand.RunAsync(app.Services, Console.Out, ct));
        return migrate;
    }

    private void Does(Command command, Func<WebApplication, ParseResult, CancellationToken, Task<bool>> work) => command.SetAction(async (result, ct) =>
    {
        await using var app = SiteHost.Build(SettingWords.Given(result, settings));
        SiteHost.Validate(app);
        return await work(app, result, ct) ? CommandLine.Success : CommandLine.Failure;
    });

    private static string Folder(WebApplication app) => app.Services.GetRequiredService<IOptions<ContentOptions>>().Value.Folder;
}
