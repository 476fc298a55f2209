using System.Collections.Concurrent;
using System.Diagnostics;
using InterviewPrep.Web.Content;
using Microsoft.Extensions.Caching.Memory;

namespace InterviewPrep.Web.Features.Reports;

/// <summary>Statistics that were computed before; kept in memory, because reading five thousand answers takes a while.</summary>
public sealed class StatisticsCache : IDisposable
{
    private const int MostKept = 100;

    /// <summary>Of the time of one core, the part at most that goes into drawing one assignment again and again.</summary>
    private const double MostShare = 0.1;

    /// <summary>Changes that come past this process, or past the entities, show after so long.</summary>
    private static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(1), Kept = TimeSpan.FromHours(12);

    // How often something of an assignment or a class has changed since the site started.
    private readonly ConcurrentDictionary<Guid, int> changes = new();
    private readonly Dictionary<Guid, Task> computing = [];
    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = MostKept });

    private sealed record Entry(AssignmentStatistics Statistics, ContentLibrary Content, (int, int) Version, long ComputedAt, TimeSpan Took);

    /// <summary>Marks the statistics of an assignment, or of every assignment of a class, as outdated.</summary>
    public void Invalidate(Guid assignmentOrClass) => changes.AddOrUpdate(assignmentOrClass, 1, (_, n) => n + 1);

    /// <summary>The statistics that were computed last, however old; null where there are none.</summary>
    public AssignmentStatistics? FindLast(Guid assignmentId) => cache.Get<Entry>(assignmentId)?.Statistics;

    /// <summary>The picture where nothing has changed since; else null.</summary>
    public AssignmentStatistics? FindCurrent(Guid assignmentId, Guid classId, ContentLibrary content) =>
        cache.Get<Entry>(assignmentId) is { } entry && entry.Content == content && entry.Version == Version(assignmentId, classId) && Stopwatch.GetElapsedTime(entry.ComputedAt) < MaxAge
            ? entry.Statistics : null;

    /// <summary>Draws a picture and keeps it.</summary>
    public async Task<AssignmentStatistics> ComputeAsync(Guid assignmentId, Guid classId, ContentLibrary content, Func<Task<AssignmentStatistics>> draw)
    {
        // Taken before reading: what changes meanwhile makes the picture old at once.
        var (version, from) = (Version(assignmentId, classId), Stopwatch.GetTimestamp());
        var statistics = await draw();
        cache.Set(assignmentId, new Entry(statistics, content, version, Stopwatch.GetTimestamp(), Stopwatch.GetElapsedTime(from)), new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = Kept });
        return statistics;
    }

    /// <summary>Draws behind the page, unless that is being done, or was done a moment ago.</summary>
    public void ComputeInBackground(Guid assignmentId, Func<Task> draw)
    {
        if (cache.Get<Entry>(assignmentId) is { } entry && Stopwatch.GetElapsedTime(entry.ComputedAt) < entry.Took / MostShare) return;
        lock (computing)
        {
            if (computing.TryGetValue(assignmentId, out var running) && !running.IsCompleted) return;
            computing[assignmentId] = Task.Run(draw);
        }
    }

    /// <summary>Completes when nothing is computed in the background any more.</summary>
    public Task WhenIdleAsync()
    {
        lock (computing) return Task.WhenAll(computing.Values);
    }

    public void Dispose() => cache.Dispose();

    private (int, int) Version(Guid assignmentId, Guid classId) => (changes.GetValueOrDefault(assignmentId), changes.GetValueOrDefault(classId));
}
