using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Drafts;
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
    private const int Tries = 2;

    /// <param name="Edit">What was sent, where it could be read.</param>
    public sealed record Result(MarkOutcome Outcome, Mark? Mark, string? Problem = null, MarkEdit? Edit = null)
    {
        /// <summary>Why nothing was saved.</summary>
        public string Said => Problem ?? "这一份刚被别人改过，您填的还没有存。";

        public int Status => Outcome == MarkOutcome.Conflict ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
    }

    private delegate (MarkEdit? Edit, string? Problem) Reading(RubricVersion rubric, DraftText text);

    /// <param name="by">Who marks: a teacher or assistant of the class.</param>
    /// <param name="baseRevision">Revision that the marker saw; 0 where there was no mark.</param>
    public Task<Result> SaveAsync(Guid submissionId, Guid by, int baseRevision, MarkEdit edit, CancellationToken ct) =>
        SaveAsync(submissionId, new Marker(by, IsAdministrator: false), baseRevision, (_, _) => (edit, null), ct);

    /// <summary>Saves what the marking form sent.</summary>
    public Task<Result> SaveAsync(Guid submissionId, Marker by, MarkForm form, CancellationToken ct) => SaveAsync(submissionId, by, form.BaseRevision, form.Read, ct);

    // Another save may come between reading and writing: the second try looks at what it left, and answers from there.
    private Task<Result> SaveAsync(Guid submissionId, Marker by, int baseRevision, Reading read, CancellationToken ct) =>
        db.RetryOnConflictAsync(Tries, () => TryAsync(submissionId, by, baseRevision, read, ct));

    private async Task<Result> TryAsync(Guid submissionId, Marker by, int baseRevision, Reading read, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var submission = await db.Submissions.AsSplitQuery().Include(s => s.Mark!.Comments).ThenInclude(c => c.Response).Include(s => s.Mark!.Rubric)
            .Include(s => s.Assignment.Release).Include(s => s.AssignmentQuestion.Rubrics)
            .MarkedBy(by).SingleOrDefaultAsync(s => s.Id == submissionId, ct);
        if (submission is null) return new(MarkOutcome.NotFound, null);
        var rubric = submission.Mark?.Rubric ?? submission.AssignmentQuestion.Rubric;
        var (edit, problem) = read(rubric, submission.Text);
        problem ??= edit!.Validate(rubric, submission.Text, await PagesAsync(submission, ct));
        if (problem is not null) return new(MarkOutcome.Refused, submission.Mark, problem, edit);
        if ((submission.Mark?.Revision ?? 0) != baseRevision && !IsSame(submission.Mark?.Edit, edit!)) return new(MarkOutcome.Conflict, submission.Mark, null, edit);
        var mark = submission.Mark ?? db.Add(new Mark(submission, rubric, by.Id, now)).Entity;
        var known = mark.Standing.Select(c => c.Text).ToHashSet();
        if (!mark.Save(edit!, submission.Assignment.Release is not null, by.Id, now)) return new(MarkOutcome.Saved, mark);
        await RememberAsync(by.Id, [.. mark.Standing.Select(c => c.Text).Where(t => t.Length <= BankComment.LongestText && !known.Contains(t)).Distinct()], now, ct);
        await db.SaveChangesAsync(ct);
        return new(MarkOutcome.Saved, mark);
    }

    // A comment stays pinned to its page also where the photo was taken out.
    private async Task<IReadOnlyCollection<int>> PagesAsync(Submission submission, CancellationToken ct) =>
        [.. await db.PageNumbersAsync(submission, ct), .. submission.Mark?.Standing.Select(c => c.PinPage).OfType<int>() ?? []];

    private async Task RememberAsync(Guid owner, IReadOnlyList<string> texts, DateTimeOffset now, CancellationToken ct)
    {
        if (texts.Count == 0) return;
        var bank = await db.BankComments.Where(c => c.OwnerId == owner && texts.Contains(c.Text)).ToDictionaryAsync(c => c.Text, ct);
        foreach (var text in texts) (bank.GetValueOrDefault(text) ?? db.Add(new BankComment(owner, text, now)).Entity).Use(now);
    }

    private static bool IsSame(MarkEdit? stored, MarkEdit sent) => stored is not null
        && stored.Remark == sent.Remark && stored.PrivateNote == sent.PrivateNote && stored.Pile == sent.Pile
        && stored.Scores.ToHashSet().SetEquals(sent.Scores) && stored.Stamps.SequenceEqual(sent.Stamps) && stored.Comments.SequenceEqual(sent.Comments)
        && stored.Points.ToHashSet().SetEquals(sent.Points);
}
