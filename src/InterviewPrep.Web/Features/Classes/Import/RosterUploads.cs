using System.Collections.Concurrent;

namespace InterviewPrep.Web.Features.Classes.Import;

/// <summary>Lets each person have one roster file read at a time.</summary>
public sealed class RosterUploads
{
    private readonly ConcurrentDictionary<Guid, byte> reading = new();

    /// <returns>Null while another file of the person is being read; else ends with its disposal.</returns>
    public IDisposable? Begin(Guid person) => reading.TryAdd(person, 0) ? new Turn(this, person) : null;

    private sealed class Turn(RosterUploads uploads, Guid person) : IDisposable
    {
        public void Dispose() => uploads.reading.TryRemove(person, out _);
    }
}
