using InterviewPrep.Web.Content;

namespace InterviewPrep.Web.Features.Questions;

/// <summary>Reads the content at start-up and again whenever a file changes, and keeps the store's questions in step.</summary>
public sealed partial class ContentReloader(
    ContentStore store, IServiceScopeFactory scopes, ILogger<ContentReloader> logger) : BackgroundService
{
    /// <summary>
    /// Between two looks at the folder. A watcher of the file system would hold on to the folder that was there at first, and miss one that takes
    /// its place; looking at a few hundred files costs a millisecond or two.
    /// </summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1), AfterFailure = TimeSpan.FromSeconds(30);

    /// <summary>One reading at a time: a file may change while a reading is under way.</summary>
    private readonly SemaphoreSlim gate = new(1);

    private volatile string read = "";
    private Task<bool>? ahead;

    /// <summary>Begins to read the files; the next loading takes what was read. The start has other work to do meanwhile.</summary>
    public void ReadAhead() => ahead = Task.Run(Read);

    /// <summary>Reads the files, and brings the questions into the store where they are good.</summary>
    public async Task LoadAsync(CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            await LoadAloneAsync(ct);
        }
        finally
        {
            gate.Release();
        }
    }

    public override void Dispose()
    {
        gate.Dispose();
        base.Dispose();
    }

    private bool Read()
    {
        read = store.Fingerprint();
        return store.Reload();
    }

    private async Task LoadAloneAsync(CancellationToken ct)
    {
        var good = Interlocked.Exchange(ref ahead, null) is { } reading ? await reading : Read();
        foreach (var found in store.Problems) LogProblem(found.ToString());
        if (!good && store.Library.Frameworks.Count > 0) LogKept(store.Problems.Count);
        if (store.CopyProblem is { } problem) LogNotCopied(problem);
        await using var scope = scopes.CreateAsyncScope();
        var result = await scope.ServiceProvider.GetRequiredService<QuestionImport>().RunAsync(store.Library, ct);
        LogLoaded(store.Library.Lessons.Count, store.Library.Questions.Count, result.Added, result.Revised, result.Retired);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        var before = read;
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                var now = store.Fingerprint();
                // Editors and copies write in bursts: a reading begins when two looks find the same.
                if (now != read && now == before) await LoadOrLogAsync(stoppingToken);
                before = now;
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The site stops; a background service that throws then would be logged as a crash.
        }
    }

    private async Task LoadOrLogAsync(CancellationToken ct)
    {
        try
        {
            await LoadAsync(ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogFailed(e);
            read = ""; // the files are the same, and must be brought in all the same
            await Task.Delay(AfterFailure, ct);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Content: {Lessons} lessons, {Questions} questions ({Added} added, {Revised} revised, {Retired} retired)")]
    private partial void LogLoaded(int lessons, int questions, int added, int revised, int retired);

    [LoggerMessage(Level = LogLevel.Error, Message = "Content: {Problem}")]
    private partial void LogProblem(string problem);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Content: {Count} problems; the last good content stays")]
    private partial void LogKept(int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "Content could not be brought in; the last good content stays")]
    private partial void LogFailed(Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Content: no copy of it could be put into the data folder: {Problem}")]
    private partial void LogNotCopied(string problem);
}
