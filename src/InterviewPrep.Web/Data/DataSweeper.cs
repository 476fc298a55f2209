namespace InterviewPrep.Web.Data;

/// <summary>Runs every <see cref="IDataSweep"/> once a day, behind the pages, and logs what each of them did.</summary>
public sealed partial class DataSweeper(IServiceScopeFactory scopes, TimeProvider time, ILogger<DataSweeper> logger) : BackgroundService
{
    /// <summary>The first pages of a site that has just started come first.</summary>
    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Pause = TimeSpan.FromDays(1);

    /// <summary>Runs every sweep, each with a store of its own; one that fails does not stop the others.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        foreach (var type in SweepTypes())
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var sweep = scope.ServiceProvider.GetServices<IDataSweep>().First(s => s.GetType() == type);
                if (await sweep.RunAsync(ct) is { } done) LogDone(done);
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                LogFailed(e, type.Name);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Delay(AfterStart, time, stoppingToken);
            using var timer = new PeriodicTimer(Pause, time);
            do await RunAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The site stops; a background service that throws then would be logged as a crash.
        }
    }

    private List<Type> SweepTypes()
    {
        using var scope = scopes.CreateScope();
        return [.. scope.ServiceProvider.GetServices<IDataSweep>().Select(s => s.GetType())];
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Sweep: {Done}")]
    private partial void LogDone(string done);

    [LoggerMessage(Level = LogLevel.Error, Message = "Sweep {Sweep} failed; tried again in a day")]
    private partial void LogFailed(Exception exception, string sweep);
}
