using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using InterviewPrep.Tests.Support;

namespace InterviewPrep.Benchmarks;

/// <summary>A published program as a process of its own: how long it takes to its first page, and what memory it holds.</summary>
internal sealed class MeasuredProgram : IDisposable
{
    private readonly Process process;

    private MeasuredProgram(Process process, Uri address, TimeSpan start) => (this.process, Address, TimeToFirstPage) = (process, address, start);

    public Uri Address { get; }

    public TimeSpan TimeToFirstPage { get; }

    /// <summary>Megabytes that the process has for itself, shared pages by their share.</summary>
    public double Megabytes => File.ReadLines($"/proc/{process.Id}/smaps_rollup").Where(l => l.StartsWith("Pss:", StringComparison.Ordinal))
        .Select(l => double.Parse(l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024).Single();

    /// <summary>Processor time so far, of all threads.</summary>
    public TimeSpan Processor
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Publishes a project for this platform, as the manual says.</summary>
    public static async Task<string> PublishAsync(string project, string folder)
    {
        using var publishing = Process.Start(new ProcessStartInfo("dotnet", ["publish", Path.Combine(Repository.Root, project), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "false", "-o", folder, "-v", "q", "--nologo"]))!;
        await publishing.WaitForExitAsync();
        return publishing.ExitCode == 0 ? Path.Combine(folder, Path.GetFileName(project) + ".dll") : throw new InvalidOperationException($"{project} cannot be published");
    }

    /// <summary>Runs a command of the program to its end.</summary>
    public static async Task RunAsync(string program, params string[] arguments)
    {
        using var running = Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true })!;
        await running.StandardOutput.ReadToEndAsync();
        await running.WaitForExitAsync();
        if (running.ExitCode != 0) throw new InvalidOperationException($"{program} {arguments[0]} failed");
    }

    /// <summary>Starts the program and asks for a page until it is there.</summary>
    public static MeasuredProgram Start(string program, string page, params string[] settings)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var watch = Stopwatch.StartNew();
        var process = Process.Start(new ProcessStartInfo("dotnet", [program, .. settings, $"--Urls={address.GetLeftPart(UriPartial.Authority)}", "--Logging:LogLevel:Default=Warning"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        while (!Answers(address, page))
        {
            if (process.HasExited) throw new InvalidOperationException($"{program} ended with {process.ExitCode}");
            Thread.Sleep(5);
        }
        return new MeasuredProgram(process, address, watch.Elapsed);
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private static bool Answers(Uri address, string page)
    {
        try
        {
            using var connection = new RawConnection(address);
            return connection.Send(RawConnection.Request(address, "GET", page)).Status == (int)HttpStatusCode.OK;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
