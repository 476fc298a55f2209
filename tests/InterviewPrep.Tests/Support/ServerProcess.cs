using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace InterviewPrep.Tests.Support;

/// <summary>The built site as a process of its own, which can be killed as the power would kill it.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    /// <summary>The built program.</summary>
    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "InterviewPrep.Web.dll");

    private readonly string[] settings;
    private readonly ConcurrentQueue<string> log = new();
    private Process? process;

    /// <param name="settings">Settings as on the command line, without the address.</param>
    public ServerProcess(params string[] settings)
    {
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
        this.settings = [.. settings, $"--Urls={Address.GetLeftPart(UriPartial.Authority)}", "--Logging:LogLevel:Default=Warning", "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Information"];
    }

    /// <summary>The same at every start.</summary>
    public Uri Address { get; }

    /// <summary>Every line that was printed so far.</summary>
    public IReadOnlyCollection<string> Log => log;

    /// <summary>The program and its arguments before the server's own, for a tracer; empty for none.</summary>
    public IReadOnlyList<string> Wrapper { get; init; } = [];

    /// <summary>Where the program is started; the tests' own folder where nothing is said.</summary>
    public string Folder { get; init; } = "";

    /// <summary>Starts the program and returns when it answers.</summary>
    public async Task StartAsync()
    {
        string[] command = [.. Wrapper, "dotnet", Program, .. settings];
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Folder };
        start.Environment["DOTNET_TieredPGO"] = "0";
        process = Process.Start(start)!;
        process.ErrorDataReceived += (_, line) => log.Enqueue(line.Data ?? "");
        process.BeginErrorReadLine();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            log.Enqueue(line);
            if (!line.Contains("Application started", StringComparison.Ordinal)) continue;
            _ = KeepAsync(process.StandardOutput);
            return;
        }
        throw new InvalidOperationException($"the server did not start:\n{string.Join('\n', log)}");
    }

    /// <summary>SIGKILL: nothing of the process runs after it.</summary>
    public async Task KillAsync()
    {
        process!.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null) await KillAsync();
    }

    private async Task KeepAsync(StreamReader output)
    {
        while (await output.ReadLineAsync() is { } line) log.Enqueue(line);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
