using System.Diagnostics;

namespace InterviewPrep.Tests.Support;

/// <summary>A command of the program, run as whoever looks after the server runs it.</summary>
public sealed class CommandProcess : IDisposable
{
    private readonly Process process;
    private readonly Task<string> errors;

    private CommandProcess(ProcessStartInfo start)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        process = Process.Start(start)!;
        errors = process.StandardError.ReadToEndAsync();
    }

    public static CommandProcess Start(params string[] arguments) => new(Program([.. arguments, "--Logging:LogLevel:Default=Warning"]));

    /// <summary>Runs a command to its end.</summary>
    public static Task<(int Exit, string Output, string Errors)> RunAsync(params string[] arguments) => RunAsync(Program([.. arguments, "--Logging:LogLevel:Default=Warning"]));

    /// <summary>Runs anything to its end.</summary>
    public static async Task<(int Exit, string Output, string Errors)> RunAsync(ProcessStartInfo start)
    {
        using var command = new CommandProcess(start);
        var output = await command.process.StandardOutput.ReadToEndAsync();
        return (await command.EndAsync(), output, await command.errors);
    }

    /// <summary>The program with just these words.</summary>
    /// <param name="wrapper">A program that starts it; none where it is empty.</param>
    public static ProcessStartInfo Program(IEnumerable<string> arguments, params string[] wrapper)
    {
        string[] command = [.. wrapper, "dotnet", ServerProcess.Program, .. arguments];
        return new ProcessStartInfo(command[0], command[1..]);
    }

    /// <summary>Returns when a line with these words was printed, or nothing more comes.</summary>
    public async Task ReadToAsync(string words)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line && !line.Contains(words, StringComparison.Ordinal)) { }
    }

    public void Kill() => process.Kill();

    /// <summary>SIGTERM, as a service manager sends it.</summary>
    public void Terminate() => Process.Start("bash", ["-c", $"kill -TERM {process.Id}"]).WaitForExit();

    public async Task<int> EndAsync()
    {
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    public void Dispose() => process.Dispose();
}
