using InterviewPrep.Web.Data;

namespace InterviewPrep.Web.Host.Commands;

/// <summary><c>migrate</c>: brings the configured database up to date, before several nodes start.</summary>
internal static class MigrateCommand
{
    public static async Task<bool> RunAsync(IServiceProvider services, TextWriter output, CancellationToken ct)
    {
        await DatabaseSetup.MigrateAsync(services, ct);
        await output.WriteLineAsync($"up to date: {StorageLocation.Of(services)}");
        return true;
    }
}
