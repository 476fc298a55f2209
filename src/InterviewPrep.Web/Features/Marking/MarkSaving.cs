using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Handwriting;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Marking;

/// <summary>What became of a save at the marking desk.</summary>
public enum MarkOutcome
{
    /// <summary>On disk.</summary>
    Saved,

    /// <summary>Somebody saved something else on the same base; the stored mark is given, nothing was changed.</summary>
    Conflict,

    /// <summary>It cannot be kept as it is; the problem says why.</summary>
    Refused,

    /// <summary>There is no such submission for this marker.</summary>
    NotFound,
}

/// <summary>Saves a mark on the revision that the marker saw; the one way in which marks reach the store from the desk.</summary>
public sealed class MarkSaving(AppDb db, TimeProvider time)
{
    public sealed record Result(MarkOutcome Outcome, Mark? Mark, string? Problem = null);

    /// <param name="by">Who marks: a teacher or assistant of the class.</param>
    /// <param name="baseRevision">Revision that the marker saw; 0 where there was no mark.</param>
    public Task<Result> SaveAsync(Guid submissionId, Guid by, int baseRevision, MarkEdit edit, CancellationToken ct) =>
        SaveAsync(submissionId, new Marker(by, IsAdministrator: false), baseRevision, edit, ct);

    /// <inheritdoc cref="SaveAsync(Guid, Guid, int, MarkEdit, CancellationToken)"/>
    public async Task<Result> SaveAsync(Guid submissionId, Marker by, int baseRevision, MarkEdit edit, CancellationToken ct)
    {
        try
        {
            return await TryAsync(submissionId, by, baseRevision, edit, ct);
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || db.IsUniqueViolation(e))
        {
            // Another save came between reading and writing: look at what it left, and answer from there.
            db.ChangeTracker.Clear();
            return await TryAsync(submissionId, by, baseRevision, edit, ct);
        }
    }

    private async Task<Result> TryAsync(Guid submissionId, Marker by, int baseRevision, MarkEdit edit, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var submission = await db.Submissions.AsSplitQuery().Include(s => s.Mark!.Comments).ThenInclude(c => c.Response).Include(s => s.Mark!.Rubric)
            .Include(s => s.Assignment.Release).Include(s => s.AssignmentQuestion.Rubrics)
            .MarkedBy(by).SingleOrDefaultAsync(s => s.Id == submissionId, ct);
        if (submission is null) return new(MarkOutcome.NotFound, null);
        var rubric = submission.Mark?.Rubric ?? submission.AssignmentQuestion.Rubric;
        if (edit.Validate(rubric, submission.Text, await db.PageNumbersAsync(submission, ct)) is { } problem) return new(MarkOutcome.Refused, submission.Mark, problem);
        if ((submission.Mark?.Revision ?? 0) != baseRevision && !IsSame(submission.Mark?.Edit, edit)) return new(MarkOutcome.Conflict, submission.Mark);
        var mark = submission.Mark ?? db.Add(new Mark(submission, rubric, by.Id, now)).Entity;
        var known = mark.Standing.Select(c => c.Text).ToHashSet();
        if (!mark.Save(edit, submission.Assignment.Release is not null, by.Id, now)) return new(MarkOutcome.Saved, mark);
        await RememberAsync(by.Id, [.. mark.Standing.Select(c => c.Text).Where(t => t.Length <= BankComment.LongestText && !known.Contains(t)).Distinct()], now, ct);
        await db.SaveChangesAsync(ct);
        return new(MarkOutcome.Saved, mark);
    }

    private async Task RememberAsync(Guid owner, IReadOnlyList<string> texts, DateTimeOffset now, CancellationToken ct)
    {
        if (texts.Count == 0) return;
        var bank = await db.BankComments.Where(c => c.OwnerId == owner && texts.Contains(c.Text)).ToDictionaryAsync(c => c.Text, ct);
        foreach (var text in texts) (bank.GetValueOrDefault(text) ?? db.Add(new BankComment(owner, text, now)).Entity).Use(now);
    }

    private static bool IsSame(MarkEdit? stored, MarkEdit sent) => stored is not null
        && stored.Remark == sent.Remark && stored.PrivateNote == sent.PrivateNote && stored.Pile == sent.Pile
        && stored.Scores.ToHashSet().SetEquals(sent.Scores) && stored.Stamps.SequenceEqual(sent.Stamps) && stored.Comments.SequenceEqual(sent.Comments);
}

/// <summary>A teacher puts another rubric in force in the midst of marking.</summary>
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
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || db.IsUniqueViolation(e))
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }
}
