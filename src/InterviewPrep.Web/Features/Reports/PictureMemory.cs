using System.Collections.Concurrent;
using System.Diagnostics;
using InterviewPrep.Web.Content;
using Microsoft.Extensions.Caching.Memory;

namespace InterviewPrep.Web.Features.Reports;

/// <summary>Pictures that were drawn before; kept by the site, because reading five thousand answers takes a while.</summary>
public sealed class PictureMemory : IDisposable
{
    private const int MostKept = 100;

    /// <summary>Of the time of one core, the part at most that goes into drawing one assignment again and again.</summary>
    private const double MostShare = 0.1;

    /// <summary>Changes that come past this process, or past the entities, show after so long.</summary>
    private static readonly TimeSpan Holds = TimeSpan.FromMinutes(1), Kept = TimeSpan.FromHours(12);

    // How often something of an assignment or a class has changed since the site started.
    private readonly ConcurrentDictionary<Guid, int> changes = new();
    private readonly Dictionary<Guid, Task> drawing = [];
    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = MostKept });

    private sealed record Entry(AssignmentPicture Picture, ContentLibrary Content, (int, int) Version, long DrawnAt, TimeSpan Took);

    /// <summary>Something that the picture of an assignment, or of every assignment of a class, shows has changed.</summary>
    public void Touch(Guid assignmentOrClass) => changes.AddOrUpdate(assignmentOrClass, 1, (_, n) => n + 1);

    /// <summary>The picture that was drawn last, however old; null where there is none.</summary>
    public AssignmentPicture? Last(Guid assignmentId) => cache.Get<Entry>(assignmentId)?.Picture;

    /// <summary>The picture where nothing has changed since; else null.</summary>
    public AssignmentPicture? Fresh(Guid assignmentId, Guid classId, ContentLibrary content) =>
        cache.Get<Entry>(assignmentId) is { } entry && entry.Content == content && entry.Version == Version(assignmentId, classId) && Stopwatch.GetElapsedTime(entry.DrawnAt) < Holds
            ? entry.Picture : null;

    /// <summary>Draws a picture and keeps it.</summary>
    public async Task<AssignmentPicture> DrawAsync(Guid assignmentId, Guid classId, ContentLibrary content, Func<Task<AssignmentPicture>> draw)
    {
        // Taken before reading: what changes meanwhile makes the picture old at once.
        var (version, from) = (Version(assignmentId, classId), Stopwatch.GetTimestamp());
        var picture = await draw();
        cache.Set(assignmentId, new Entry(picture, content, version, Stopwatch.GetTimestamp(), Stopwatch.GetElapsedTime(from)), new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = Kept });
        return picture;
    }

    /// <summary>Draws behind the page, unless that is being done, or was done a moment ago.</summary>
    public void DrawBehind(Guid assignmentId, Func<Task> draw)
    {
        if (cache.Get<Entry>(assignmentId) is { } entry && Stopwatch.GetElapsedTime(entry.DrawnAt) < entry.Took / MostShare) return;
        lock (drawing)
        {
            if (drawing.TryGetValue(assignmentId, out var running) && !running.IsCompleted) return;
            drawing[assignmentId] = Task.Run(draw);
        }
    }

    /// <summary>Until nothing is drawn behind a page any more.</summary>
    public Task SettledAsync()
    {
        lock (drawing) return Task.WhenAll(drawing.Values);
    }

    public void Dispose() => cache.Dispose();

    private (int, int) Version(Guid assignmentId, Guid classId) => (changes.GetValueOrDefault(assignmentId), changes.GetValueOrDefault(classId));
}
