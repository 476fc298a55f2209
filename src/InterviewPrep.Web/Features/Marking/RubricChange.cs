using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Assignments;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Marking;

/// <summary>Replaces a rubric while answers are already marked by it.</summary>
public sealed class RubricChange(AppDb db, TimeProvider time)
{
    /// <summary>What it would do to the marked answers; said before it is saved.</summary>
    /// <param name="question">With its Rubrics loaded.</param>
    public async Task<RubricEffect> PreviewAsync(AssignmentQuestion question, IReadOnlyList<AssessmentElement> elements, CancellationToken ct)
    {
        var marks = await db.Marks.AsNoTracking().Where(m => m.Submission.AssignmentQuestionId == question.Id).Select(m => m.Scores).ToListAsync(ct);
        return RubricEffect.Of(question.Rubric, elements, marks);
    }

    /// <summary>Puts it in force and takes all marks of the question over to it, in one transaction.</summary>
    public async Task ApplyAsync(AssignmentQuestion question, IReadOnlyList<AssessmentElement> elements, Guid by, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var rubric = question.ChangeRubric(elements, by, now);
        await db.SaveChangesAsync(ct);
        foreach (var mark in await db.Marks.Include(m => m.Submission).Include(m => m.Rubric).Where(m => m.Submission.AssignmentQuestionId == question.Id).ToListAsync(ct))
            mark.Reapply(rubric, by, now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>The same; nothing is changed where somebody saved a mark or another rubric at the same moment.</summary>
    /// <returns>False where that was so.</returns>
    public async Task<bool> TryApplyAsync(AssignmentQuestion question, IReadOnlyList<AssessmentElement> elements, Guid by, CancellationToken ct)
    {
        try
        {
            await ApplyAsync(question, elements, by, ct);
            return true;
        }
        catch (DbUpdateException e) when (db.IsConflict(e))
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }
}
