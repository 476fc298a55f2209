using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Handwriting;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Scans;

/// <summary>A photo that has the place which a code names: who places another one there is asked first.</summary>
/// <param name="IsShown">False for a learner's own photo that is not handed in yet.</param>
/// <param name="IsMarked">True where the answer has been marked with it.</param>
public sealed record StandingPage(Guid Id, DateTimeOffset UploadedAt, bool IsShown, bool IsMarked)
{
    /// <param name="person">Who is asked.</param>
    public static async Task<StandingPage> ReadAsync(AppDb db, Guid id, Guid? person, CancellationToken ct)
    {
        var isShown = await db.ScanPages.VisibleTo(person, isAdministrator: false).AnyAsync(p => p.Id == id, ct);
        return await db.ScanPages.Where(p => p.Id == id).Select(p => new StandingPage(p.Id, p.UploadedAt, isShown,
            db.Submissions.Any(s => s.IsMarked && s.AttemptId == p.Answer!.AttemptId && s.AssignmentQuestionId == p.Answer.AssignmentQuestionId))).SingleAsync(ct);
    }
}
