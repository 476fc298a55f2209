using InterviewPrep.Web.Content;
using Microsoft.Extensions.Options;

namespace InterviewPrep.Web.Features.Questions;

/// <summary>Reads the content at start-up and again whenever a file changes, and keeps the store's questions in step.</summary>
public sealed partial class ContentReloader(
    ContentStore store, IServiceScopeFactory scopes, IOptions<ContentOptions> options, ILogger<ContentReloader> logger) : BackgroundService
{
    /// <summary>Editors write in bursts; a reading begins when the folder has been quiet for so long.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(500);

    /// <summary>One reading at a time: a file may change while a reading is under way.</summary>
    private readonly SemaphoreSlim gate = new(1);

    private Task<bool>? ahead;

    /// <summary>Begins to read the files; the next loading takes what was read. The start has other work to do meanwhile.</summary>
    public void ReadAhead() => ahead = Task.Run(store.Reload);

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

    private async Task LoadAloneAsync(CancellationToken ct)
    {
        var good = Interlocked.Exchange(ref ahead, null) is { } reading ? await reading : store.Reload();
        foreach (var problem in store.Problems) LogProblem(problem.ToString());
        if (!good && store.Library.Frameworks.Count > 0) LogKept(store.Problems.Count);
        await using var scope = scopes.CreateAsyncScope();
        var result = await scope.ServiceProvider.GetRequiredService<QuestionImport>().RunAsync(store.Library, ct);
        LogLoaded(store.Library.Lessons.Count, store.Library.Questions.Count, result.Added, result.Revised, result.Retired);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var watcher = new FileSystemWatcher(options.Value.Folder) { IncludeSubdirectories = true, Filters = { "*.md", "*.svg" } };
        using var changed = new SemaphoreSlim(0);
        void Signal() => changed.Release();
        watcher.Changed += (_, _) => Signal();
        watcher.Created += (_, _) => Signal();
        watcher.Deleted += (_, _) => Signal();
        watcher.Renamed += (_, _) => Signal();
        watcher.EnableRaisingEvents = true;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await changed.WaitAsync(stoppingToken);
                while (await changed.WaitAsync(Quiet, stoppingToken)) { }
                await LoadAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return; // The site stops; a background service that throws then would be logged as a crash.
            }
            catch (Exception e)
            {
                LogFailed(e);
            }
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
}
