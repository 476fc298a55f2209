using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using InterviewPrep.Web.Host.Settings;

namespace InterviewPrep.Web.Host.Commands;

/// <summary>The command line: what the program does, and the settings that go with it. A wrong word ends the program with the nearest right one.</summary>
public static class CommandLine
{
    public const int Success = 0, Failure = 1, Misuse = 2;

    private static readonly InvocationConfiguration Invocation = new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };

    /// <summary>Runs what the words say.</summary>
    /// <returns>The exit code: 0 done, 1 something is wrong, 2 a wrong word.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var words = args.SelectMany(SettingWords.Normalize).ToArray();
        var settings = SettingWords.Options(words);
        var result = CommandTree.Build(settings).Parse(words, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
        if (result.Errors.Count > 0 && result.Action is not HelpAction)
        {
            await Console.Error.WriteLineAsync($"{Explain(result)} (--help lists commands and settings)");
            return Misuse;
        }
        try
        {
            return await result.InvokeAsync(Invocation);
        }
        catch (UnknownWordException e)
        {
            await Console.Error.WriteLineAsync($"{e.Message} (--help lists commands and settings)");
            return Misuse;
        }
        catch (Exception e) when (StartFailure.Explain(e) is { } reason)
        {
            await Console.Error.WriteLineAsync(reason);
            return Failure;
        }
    }

    private static string Explain(ParseResult result)
    {
        if (result.UnmatchedTokens is not [var word, ..]) return result.Errors[0].Message.TrimEnd('.');
        if (SettingWords.IsOption(word))
        {
            var name = SettingWords.NameOf(word);
            return $"there is no option or setting --{name}; the nearest is --{NearestWord.Of(name, OptionsAt(result.CommandResult).Select(o => o.Name.TrimStart('-')))}";
        }
        var commands = result.CommandResult.Command.Subcommands.Select(c => c.Name).ToList();
        return commands.Count > 0 ? $"there is no command \"{word}\"; the nearest is \"{NearestWord.Of(word, commands)}\"" : $"\"{word}\" is one word too many for {result.CommandResult.Command.Name}";
    }

    private static IEnumerable<Option> OptionsAt(CommandResult command) => command.Command.Options.Concat(command.Parent is CommandResult above ? OptionsAt(above) : []);
}
