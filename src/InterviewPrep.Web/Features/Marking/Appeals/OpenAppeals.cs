using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Assignments.Manage;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Marking.Appeals;

internal sealed class OpenAppeals(AppDb db) : IOpenAppeals
{
    public Task<int> CountAsync(Guid assignmentId, CancellationToken ct) => db.Appeals.CountAsync(a => a.Mark.Submission.AssignmentId == assignmentId && a.AnsweredAt == null, ct);
}
