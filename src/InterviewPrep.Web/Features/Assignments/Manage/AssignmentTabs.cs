using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Assignments.Manage;

/// <summary>What stands on top of every page of one assignment for those who mark it: the way back, the title, the other pages.</summary>
/// <param name="Assignment">With its class and its AnonymityLift loaded.</param>
/// <param name="Current">What the page that is open adds to the assignment's address.</param>
/// <param name="OpenAppeals">复核 that wait for an answer.</param>
/// <param name="MayManage">False for an assistant, who finds no page that manages.</param>
/// <param name="IsMember">False for an administrator from outside: the class's own pages are not there for them.</param>
public sealed record AssignmentTabs(Assignment Assignment, string Current, int OpenAppeals, bool MayManage, bool IsMember)
{
    /// <summary>Where the assignment's own page stands.</summary>
    public string Address => $"/classes/{Assignment.ClassId}/assignments/{Assignment.Id}";

    /// <summary>The pages that this person finds: what is added to the address, and the name.</summary>
    public IEnumerable<(string Path, string Name)> Pages()
    {
        if (IsMember) yield return ("", "作业");
        yield return ("/marking", "批改");
        yield return ("/overview", "概览");
        yield return ("/follow-up", "学员的回应");
        yield return ("/appeals", OpenAppeals > 0 ? $"复核（{OpenAppeals}）" : "复核");
        yield return ("/phrases", "套话榜");
        yield return ("/exemplars", "好答案");
        if (MayManage) yield return ("/redo", "退回重做");
    }
}

/// <summary>How many 复核 of an assignment wait for an answer; told by the room that marks.</summary>
public interface IOpenAppeals
{
    Task<int> CountAsync(Guid assignmentId, CancellationToken ct);

    /// <summary>The same for all assignments of a class; those without any are left out.</summary>
    Task<IReadOnlyDictionary<Guid, int>> CountOfClassAsync(Guid classId, CancellationToken ct);
}

/// <summary>Reads the head of an assignment's pages for somebody who marks it.</summary>
public sealed class AssignmentTabQuery(AppDb db, IOpenAppeals appeals)
{
    public async Task<AssignmentTabs> ReadAsync(Assignment assignment, string current, bool mayManage, Guid person, CancellationToken ct) =>
        new(assignment, current, await appeals.CountAsync(assignment.Id, ct), mayManage, await db.CachedAsync(("marks", person, assignment.Id), () => db.Assignments.MarkedBy(person).AnyAsync(a => a.Id == assignment.Id, ct)));
}

internal static class SubmissionStages
{
    /// <summary>The stages of the frame that an answer follows.</summary>
    public static IReadOnlyList<Stage> StagesOf(this ContentLibrary content, Submission submission) =>
        content.FrameworkOf(submission.AssignmentQuestion.QuestionRevision.Framework).StagesOf(submission.Text);
}
