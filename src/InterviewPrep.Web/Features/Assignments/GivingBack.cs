using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Classes;
using InterviewPrep.Web.Features.Shared;
using InterviewPrep.Web.Site;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Assignments;

/// <summary>退回重做: a teacher gives a learner's last hand-in back. Whether the teacher may has been asked before.</summary>
public sealed class GivingBack(AppDb db, SiteTime time)
{
    /// <summary>Gives back the attempt that a submission belongs to.</summary>
    /// <inheritdoc cref="RunAsync(Assignment, Attempt, string?, string?, Guid, CancellationToken)"/>
    public async Task<string?> RunAsync(Assignment assignment, Guid submissionId, string? reason, string? dueAt, Guid by, CancellationToken ct) =>
        await db.Returnable(assignment.Id).Include(a => a.Returned).SingleOrDefaultAsync(a => a.Submissions.Any(s => s.Id == submissionId), ct) is { } found
            ? await RunAsync(assignment, found, reason, dueAt, by, ct) : "这位学员已经开始新的一次，不用再退回。";

    /// <param name="found">The attempt, of <see cref="AssignmentQueries.Returnable"/>, with what was returned of it.</param>
    /// <param name="dueAt">The new deadline as it was typed.</param>
    /// <returns>Why it was not given back, said to the teacher; null where it was.</returns>
    public async Task<string?> RunAsync(Assignment assignment, Attempt found, string? reason, string? dueAt, Guid by, CancellationToken ct)
    {
        var (text, now) = (reason?.Trim() ?? "", time.Now);
        var (due, unread) = TypedTime.Read(dueAt, "新的截止时间", time.Zone);
        if ((assignment.Class.IsArchived ? SchoolClass.ArchivedProblem : unread ?? found.ValidateReturn(text, due!.Value, now)) is { } problem) return problem;
        found.Return(text, due!.Value, by, now);
        db.Add(new ClassEvent(assignment.ClassId, assignment.Id, by, ClassEventKind.Returned, CandidateNumber.Format(found.CandidateNumber), now));
        await db.SaveUnlessThereAsync(ct);
        return null;
    }
}
