using InterviewPrep.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Marking;

/// <summary>An advisory lock: says which marker has a submission open, so that the queue offers others the next one. It blocks nobody.</summary>
public sealed class MarkingLock
{
    public static readonly TimeSpan Duration = TimeSpan.FromMinutes(3);

    /// <summary>Kept for longer no more often than this.</summary>
    private static readonly TimeSpan RenewedEvery = TimeSpan.FromSeconds(20);

    private MarkingLock()
    {
    }

    public MarkingLock(Guid submissionId, Guid byId, DateTimeOffset now) => (SubmissionId, ById, Until) = (submissionId, byId, now + Duration);

    public Guid SubmissionId { get; private set; }

    public Guid ById { get; private set; }

    public DateTimeOffset Until { get; private set; }

    /// <summary>Takes it, or keeps it for longer.</summary>
    /// <returns>False where somebody else has it.</returns>
    public bool Take(Guid by, DateTimeOffset now)
    {
        if (ById != by && now < Until) return false;
        if (ById != by || now + Duration - Until >= RenewedEvery) (ById, Until) = (by, now + Duration);
        return true;
    }
}

public static class MarkingLocks
{
    // The second try finds another marker's claim and leaves it alone; the third is for two tabs of one marker.
    private const int Tries = 3;

    /// <summary>Claims a submission that the marker was found to be allowed to mark.</summary>
    /// <returns>The claim that stands; look at its ById.</returns>
    public static async Task<MarkingLock> LockAsync(this AppDb db, Guid submissionId, Guid by, DateTimeOffset now, CancellationToken ct)
    {
        return await db.RetryOnConflictAsync(Tries, async () =>
        {
            var held = await db.MarkingLocks.SingleOrDefaultAsync(c => c.SubmissionId == submissionId, ct) ?? db.Add(new MarkingLock(submissionId, by, now)).Entity;
            held.Take(by, now);
            await db.SaveChangesAsync(ct);
            return held;
        });
    }
}
