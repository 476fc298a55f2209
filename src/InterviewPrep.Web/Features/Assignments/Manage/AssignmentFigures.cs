using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Classes;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Assignments.Manage;

/// <summary>What an assignment's own page tells of it: its questions, and how far its learners are.</summary>
/// <param name="Learners">With those of the roster who have not joined yet.</param>
/// <param name="HandedIn">Of the learners who are in the class now.</param>
/// <param name="Begun">Likewise.</param>
/// <param name="Left">Who handed in and is no longer in the class.</param>
/// <param name="MayRemove">True where nobody has ever begun.</param>
public sealed record AssignmentFigures(IReadOnlyList<AssignmentFigures.QuestionRow> Questions, int Learners, int HandedIn, int Begun, int Left, bool MayRemove)
{
    public sealed record QuestionRow(int Order, string Title, string Prompt);

    public static Task<AssignmentFigures> OfAsync(AppDb db, Assignment assignment, CancellationToken ct) => db.CachedAsync(("assignment figures", assignment.Id), () => ReadAsync(db, assignment, ct));

    private static async Task<AssignmentFigures> ReadAsync(AppDb db, Assignment assignment, CancellationToken ct)
    {
        var questions = await db.AssignmentQuestions.Where(q => q.AssignmentId == assignment.Id).OrderBy(q => q.Order).Select(q => new QuestionRow(q.Order, q.Question.Title, q.QuestionRevision.Prompt)).ToListAsync(ct);
        var attempts = await db.Attempts.Where(a => a.AssignmentId == assignment.Id)
            .Select(a => new { a.LearnerId, IsIn = a.HandedInAt != null, IsMember = a.Assignment.Class.Members.Any(m => m.UserId == a.LearnerId && m.LeftAt == null && m.Role == ClassRole.Learner) }).ToListAsync(ct);
        return new(questions, await db.CountLearnersAsync(assignment.ClassId, ct),
            attempts.Where(a => a.IsIn && a.IsMember).DistinctBy(a => a.LearnerId).Count(), attempts.Where(a => a.IsMember).DistinctBy(a => a.LearnerId).Count(),
            attempts.Where(a => a.IsIn && !a.IsMember).DistinctBy(a => a.LearnerId).Count(), attempts.Count == 0);
    }
}
