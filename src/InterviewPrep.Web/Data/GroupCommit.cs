using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Data;

/// <summary>
/// The one writer of frequent small saves: what waits while a commit is under way is committed together by the next one, and each save is answered
/// when its own commit is on disk. A disk that takes five milliseconds for a commit then takes them for sixty saves as well.
/// </summary>
public sealed partial class GroupCommit(IServiceScopeFactory scopes, ILogger<GroupCommit> logger)
{
    /// <summary>Most saves of one commit: enough for a class that writes at once, and few enough to be quick.</summary>
    private const int Most = 128;

    private readonly ConcurrentQueue<Waiting> queue = new();
    private int isWriting;

    /// <summary>Runs a save and returns what it says once that is on disk. Saves of one caller that are awaited one after the other keep their order.</summary>
    /// <param name="save">
    /// Gets the services of the writer's own scope, <see cref="AppDb"/> among them. It may run twice where a commit fails, so it must find its own
    /// work done. It begins no transaction.
    /// </param>
    /// <param name="failed">True of an answer that says that the store could not be written.</param>
    public Task<T> RunAsync<T>(Func<IServiceProvider, Task<T>> save, Func<T, bool> failed)
    {
        var waiting = new Waiting<T>(save, failed);
        queue.Enqueue(waiting);
        StartWriting();
        return waiting.Answer;
    }

    private void StartWriting()
    {
        if (Interlocked.Exchange(ref isWriting, 1) == 1) return;
        // The writer belongs to no request: nothing in it may ask who is asking.
        using (ExecutionContext.SuppressFlow()) _ = Task.Run(WriteAsync);
    }

    private async Task WriteAsync()
    {
        while (true)
        {
            var batch = new List<Waiting>();
            while (batch.Count < Most && queue.TryDequeue(out var next)) batch.Add(next);
            if (batch.Count == 0)
            {
                Interlocked.Exchange(ref isWriting, 0);
                // Somebody may have come between the last look and the word that nobody writes.
                if (queue.IsEmpty || Interlocked.Exchange(ref isWriting, 1) == 1) return;
            }
            else if (batch.Count == 1 || !await TryTogetherAsync(batch))
            {
                foreach (var one in batch) await AloneAsync(one);
            }
        }
    }

    private async Task<bool> TryTogetherAsync(List<Waiting> batch)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            foreach (var one in batch)
            {
                // One that fails takes nothing with it: all are tried again, each for itself.
                if (!await one.RunAsync(scope.ServiceProvider)) return false;
                db.ChangeTracker.Clear();
            }
            // PostgreSQL takes the commit of a failed transaction without a word and keeps nothing of it; this statement fails in one.
            await db.Database.ExecuteSqlRawAsync("SELECT 1");
            await transaction.CommitAsync();
        }
        catch (Exception e)
        {
            LogSplit(batch.Count, e.Message);
            if (!IsStoreAway(e)) return false;
            // Each would wait for the store by itself, one after the other, longer than any page waits.
            batch.ForEach(one => one.Fail(e));
            return true;
        }
        batch.ForEach(one => one.Acknowledge());
        return true;
    }

    private bool IsStoreAway(Exception exception)
    {
        using var scope = scopes.CreateScope();
        return scope.ServiceProvider.GetRequiredService<AppDb>().FailureOf(exception) is not null;
    }

    private async Task AloneAsync(Waiting one)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await one.RunAsync(scope.ServiceProvider);
            one.Acknowledge();
        }
        catch (Exception e)
        {
            one.Fail(e);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} saves could not be committed together and are saved one by one: {Reason}")]
    private partial void LogSplit(int count, string reason);

    private abstract class Waiting
    {
        /// <returns>False where the store could not be written.</returns>
        public abstract Task<bool> RunAsync(IServiceProvider services);

        public abstract void Acknowledge();

        public abstract void Fail(Exception exception);
    }

    private sealed class Waiting<T>(Func<IServiceProvider, Task<T>> save, Func<T, bool> failed) : Waiting
    {
        private readonly TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? result;

        public Task<T> Answer => answer.Task;

        public override async Task<bool> RunAsync(IServiceProvider services) => !failed(result = await save(services));

        public override void Acknowledge() => answer.SetResult(result!);

        public override void Fail(Exception exception) => answer.SetException(exception);
    }
}
