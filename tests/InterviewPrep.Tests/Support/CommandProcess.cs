using System.Diagnostics;

namespace InterviewPrep.Tests.Support;

/// <summary>A command of the program, run as whoever looks after the server runs it.</summary>
public sealed class CommandProcess : IDisposable
{
    private readonly Process process;
    private readonly Task<string> errors;

    private CommandProcess(string[] arguments)
    {
        process = Process.Start(new ProcessStartInfo("dotnet", [ServerProcess.Program, .. arguments, "--Logging:LogLevel:Default=Warning"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        errors = process.StandardError.ReadToEndAsync();
    }

    public static CommandProcess Start(params string[] arguments) => new(arguments);

    /// <summary>Runs a command to its end.</summary>
    public static async Task<(int Exit, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using var command = Start(arguments);
        var output = await command.process.StandardOutput.ReadToEndAsync();
        return (await command.EndAsync(), output, await command.errors);
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
