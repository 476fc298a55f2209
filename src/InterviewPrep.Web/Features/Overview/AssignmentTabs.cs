using InterviewPrep.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Overview;

/// <summary>The pages of one assignment for those who mark it.</summary>
/// <param name="Address">Address of the assignment's own page.</param>
/// <param name="Current">What the page that is open adds to it.</param>
/// <param name="OpenAppeals">复核 that wait for an answer.</param>
/// <param name="MayManage">False for an assistant, who finds no page that manages.</param>
public sealed record AssignmentTabs(string Address, string Current, int OpenAppeals, bool MayManage);

internal static class AssignmentTabQueries
{
    /// <summary>How many 复核 of an assignment wait for an answer.</summary>
    public static Task<int> CountOpenAppealsAsync(this AppDb db, Guid assignmentId, CancellationToken ct) =>
        db.Appeals.CountAsync(a => a.Mark.Submission.AssignmentId == assignmentId && a.AnsweredAt == null, ct);
}
