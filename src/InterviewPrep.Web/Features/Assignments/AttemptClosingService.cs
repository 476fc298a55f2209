namespace InterviewPrep.Web.Features.Assignments;

/// <summary>Closes attempts whose time is up although nobody opens their page, so that markers find them in the queue.</summary>
public sealed partial class AttemptClosingService(IServiceScopeFactory scopes, TimeProvider time, ILogger<AttemptClosingService> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(stoppingToken);
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<AttemptCloser>().CloseAllAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                LogFailed(e);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Attempts whose time is up could not be closed; tried again in half a minute")]
    private partial void LogFailed(Exception exception);
}
