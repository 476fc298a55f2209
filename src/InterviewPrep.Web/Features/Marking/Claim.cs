using InterviewPrep.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Marking;

/// <summary>That a marker has a submission open. It keeps nobody out: it says who is at it, and the queue's next one is another.</summary>
public sealed class Claim
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(3);

    private Claim()
    {
    }

    public Claim(Guid submissionId, Guid byId, DateTimeOffset now) => (SubmissionId, ById, Until) = (submissionId, byId, now + Lasts);

    public Guid SubmissionId { get; private set; }

    public Guid ById { get; private set; }

    public DateTimeOffset Until { get; private set; }

    /// <summary>Takes it, or keeps it for longer.</summary>
    /// <returns>False where somebody else has it.</returns>
    public bool Take(Guid by, DateTimeOffset now)
    {
        if (ById != by && now < Until) return false;
        (ById, Until) = (by, now + Lasts);
        return true;
    }

    public void LetGo(Guid by, DateTimeOffset now)
    {
        if (ById == by) Until = now;
    }
}

public static class Claiming
{
    /// <summary>Claims a submission that the marker was found to be allowed to mark.</summary>
    /// <returns>The claim that stands; look at its ById.</returns>
    public static async Task<Claim> ClaimAsync(this AppDb db, Guid submissionId, Guid by, DateTimeOffset now, CancellationToken ct)
    {
        try
        {
            var claim = await db.Claims.SingleOrDefaultAsync(c => c.SubmissionId == submissionId, ct) ?? db.Add(new Claim(submissionId, by, now)).Entity;
            claim.Take(by, now);
            await db.SaveChangesAsync(ct);
            return claim;
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || db.IsUniqueViolation(e))
        {
            db.ChangeTracker.Clear();
            return await db.Claims.SingleAsync(c => c.SubmissionId == submissionId, ct);
        }
    }
}
