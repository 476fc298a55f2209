using System.Data.Common;
using System.Runtime.InteropServices;
using InterviewPrep.Web.Host.Backups;
using InterviewPrep.Web.Site;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Host.Commands;

/// <summary><c>backup FILE</c> and <c>restore FILE</c>: everything in one file, and back.</summary>
internal static class BackupCommands
{
    /// <returns>False where no file was made; the reason is written.</returns>
    public static Task<bool> BackupAsync(IServiceProvider services, string file, bool allowMissing, TextWriter output, TextWriter errors) => RunAsync("not backed up", services, errors, async ct =>
    {
        var path = Path.GetFullPath(file);
        await using var scope = services.CreateAsyncScope();
        var manifest = await ActivatorUtilities.CreateInstance<BackupWriter>(scope.ServiceProvider).WriteAsync(path, allowMissing, output.WriteLine, errors.WriteLine, ct);
        await output.WriteLineAsync($"{path}: {Tell(manifest)} ({StorageLocation.Of(services)}). It holds password hashes and keys: keep it safe.");
    });

    /// <returns>False where the folder is as it was; the reason is written.</returns>
    public static Task<bool> RestoreAsync(IServiceProvider services, string file, TextWriter output, TextWriter errors) => RunAsync("not restored", services, errors, async ct =>
    {
        await using var scope = services.CreateAsyncScope();
        var manifest = await ActivatorUtilities.CreateInstance<BackupRestorer>(scope.ServiceProvider).RestoreAsync(Path.GetFullPath(file), output.WriteLine, ct);
        await output.WriteLineAsync($"restored as of {manifest.MadeAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC: {Tell(manifest)} ({StorageLocation.Of(services)}). Everybody signs in anew.");
    });

    /// <returns>False where the file could not be restored; the reason is written.</returns>
    public static Task<bool> CheckAsync(IServiceProvider services, string file, TextWriter output, TextWriter errors) => RunAsync("cannot be restored", services, errors, async ct =>
    {
        await using var scope = services.CreateAsyncScope();
        var manifest = await ActivatorUtilities.CreateInstance<BackupRestorer>(scope.ServiceProvider).CheckAsync(Path.GetFullPath(file), output.WriteLine, ct);
        await output.WriteLineAsync($"can be restored, as of {manifest.MadeAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC: {Tell(manifest)}. Nothing was changed.");
    });

    private static string Tell(BackupManifest manifest) =>
        $"{string.Join(", ", manifest.Counts.Select(c => $"{c.Value} {c.Key}"))}, {manifest.Files.Count} files, {manifest.Files.Sum(f => f.Bytes) / 1_000_000m:0.0} MB";

    // Ctrl-C and a service that is told to stop are waited for, so that nothing is left lying about.
    private static async Task<bool> RunAsync(string failure, IServiceProvider services, TextWriter errors, Func<CancellationToken, Task> work)
    {
        using var stop = new CancellationTokenSource();
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            await work(stop.Token);
            return true;
        }
        catch (Exception e) when (e is OperatorException or IOException or UnauthorizedAccessException or DbException or DbUpdateException or OperationCanceledException)
        {
            var reason = e switch { OperationCanceledException => "broken off", DbUpdateException { InnerException: { } inner } => inner.Message, _ => e.Message };
            await errors.WriteLineAsync($"{failure}: {reason.ReplaceLineEndings(" ")} ({StorageLocation.Of(services)})");
            return false;
        }
    }
}
