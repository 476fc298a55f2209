using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Marking;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Feedback;

public static class FeedbackQueries
{
    /// <summary>How many released feedbacks a learner has not looked at.</summary>
    public static Task<int> CountUnreadAsync(this AppDb db, Guid? learner, CancellationToken ct) =>
        db.CachedAsync(("unread", learner), () => db.Marks.ReleasedTo(learner).Unread(db).CountAsync(ct));

    /// <summary>Keeps that the learner looked at the feedback.</summary>
    public static async Task RecordOpeningAsync(this AppDb db, Guid submissionId, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.FeedbackOpenings.SingleOrDefaultAsync(o => o.SubmissionId == submissionId, ct) is { } opening) opening.Again(now);
        else db.Add(new FeedbackOpening(submissionId, now));
        await db.SaveUnlessThereAsync(ct);
    }
}
