using System.Collections.Concurrent;

namespace InterviewPrep.Web.Features.Accounts.SignIn.Throttle;

/// <summary>So many wrong tries within the span; the next one waits until the span is over.</summary>
public sealed record TryLimit(int Tries, TimeSpan Span);

/// <summary>Counts of wrong tries, each for a span from its first one. They live in the memory of each node.</summary>
public sealed class TryCounts(TimeProvider time)
{
    /// <summary>Above so many counts those whose time is over are thrown out.</summary>
    private const int ManyCounts = 10_000;

    private sealed record Count(int Tries, DateTimeOffset Until, DateTimeOffset Last);

    private readonly ConcurrentDictionary<string, Count> counts = new();

    /// <summary>How long until the span is over, where the limit is reached; else zero.</summary>
    public TimeSpan Wait(string key, TryLimit limit) => Find(key) is { } count && count.Tries >= limit.Tries ? count.Until - time.GetUtcNow() : TimeSpan.Zero;

    /// <summary>Wrong tries within the span that runs.</summary>
    public int Tries(string key) => Find(key)?.Tries ?? 0;

    /// <summary>Time since the last wrong try within the span that runs; the longest time where there was none.</summary>
    public TimeSpan SinceLast(string key) => Find(key) is { } count ? time.GetUtcNow() - count.Last : TimeSpan.MaxValue;

    /// <summary>Counts one more.</summary>
    /// <returns>How many there are now.</returns>
    public int Add(string key, TryLimit limit)
    {
        var now = time.GetUtcNow();
        if (counts.Count > ManyCounts)
        {
            foreach (var (old, _) in counts.Where(c => c.Value.Until <= now)) counts.TryRemove(old, out _);
        }
        var first = new Count(1, now + limit.Span, now);
        return counts.AddOrUpdate(key, _ => first, (_, count) => count.Until > now ? count with { Tries = count.Tries + 1, Last = now } : first).Tries;
    }

    public void Forget(string key) => counts.TryRemove(key, out _);

    private Count? Find(string key) => counts.TryGetValue(key, out var count) && count.Until > time.GetUtcNow() ? count : null;
}
