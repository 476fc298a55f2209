using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Classes;
using InterviewPrep.Web.Features.Marking.Exemplars;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Marking;

/// <summary>A mark as its learner may see it: without private note, pile and the marker's name.</summary>
public sealed record VisibleMark(
    Guid SubmissionId, Guid AssignmentId, RubricVersion Rubric, IReadOnlyList<ElementScore> Scores, double? Total, string Remark,
    IReadOnlyList<SentenceStamp> Stamps, IReadOnlyList<MarkComment> Comments, IReadOnlyList<PastScores> Past, IReadOnlyList<PointVerdict> Points, DateTimeOffset AppealsUntil, bool IsUnread);

/// <summary>How the queue of an assignment is narrowed.</summary>
/// <param name="Question">Only this question of the assignment; null for all.</param>
/// <param name="MissingStage">Only answers that left this stage empty.</param>
public sealed record QueueFilter(Guid? Question = null, bool Unmarked = false, bool Late = false, string? Pile = null, string? MissingStage = null);

/// <summary>A submission with its place among those that wait to be marked.</summary>
public sealed class WaitingSubmission
{
    public required Submission Submission { get; init; }

    public required int Before { get; init; }
}

public static class MarkQueries
{
    /// <summary>
    /// Marks that a learner may see: their own, of released assignments. Every page, print, feed and file for learners
    /// reads marks through this, so that a release taken back is taken back everywhere.
    /// </summary>
    public static IQueryable<Mark> ReleasedTo(this IQueryable<Mark> marks, Guid? learner) =>
        marks.Where(m => m.Submission.LearnerId == learner && m.Submission.Assignment.Release != null && m.Total != null);

    /// <summary>One's own released mark of a submission, without what is for markers only; null where there is none to see.</summary>
    public static async Task<VisibleMark?> VisibleMarkAsync(this AppDb db, Guid submissionId, Guid? learner, CancellationToken ct)
    {
        var found = await db.Marks.AsNoTracking().AsSplitQuery().Include(m => m.Rubric).Include(m => m.Comments).ThenInclude(c => c.Response).Include(m => m.Past)
            .Include(m => m.Submission).ThenInclude(s => s.Assignment).ThenInclude(a => a.Release)
            .ReleasedTo(learner).SingleOrDefaultAsync(m => m.SubmissionId == submissionId, ct);
        if (found is null) return null;
        var opened = await db.FeedbackOpenings.AsNoTracking().SingleOrDefaultAsync(o => o.SubmissionId == submissionId, ct);
        var release = found.Submission.Assignment.Release!;
        var unread = opened is null || opened.At < release.At || opened.At < found.FeedbackChangedAt;
        return new VisibleMark(submissionId, found.Submission.AssignmentId, found.Rubric, found.Scores, found.Total, found.Remark, found.Stamps,
            [.. found.Standing.OrderBy(c => c.Order)], [.. found.Past.OrderBy(p => p.At)], found.Points, release.AppealsUntil, unread);
    }

    /// <summary>Released marks that their learner has not looked at, or not since they changed: the unread dot.</summary>
    public static IQueryable<Mark> Unread(this IQueryable<Mark> marks, AppDb db) => marks.Where(m =>
        !db.FeedbackOpenings.Any(o => o.SubmissionId == m.SubmissionId && o.At >= m.FeedbackChangedAt && o.At >= m.Submission.Assignment.Release!.At
            && !db.Appeals.Any(a => a.SubmissionId == o.SubmissionId && a.AnsweredAt > o.At)));

    /// <summary>A learner's open to-dos: released comments that they said they would act on and have not yet, of one question or of all.</summary>
    public static IQueryable<MarkComment> OpenToDos(this AppDb db, Guid? learner, int? questionId = null) =>
        from mark in db.Marks.ReleasedTo(learner)
        where questionId == null || mark.Submission.AssignmentQuestion.QuestionId == questionId
        from comment in mark.Comments
        where comment.RemovedAt == null && comment.Response!.Kind == ResponseKind.WillChange && comment.Response.ChangedAt == null
        select comment;

    /// <summary>Marks that a person may set, as teacher or assistant of the class.</summary>
    public static IQueryable<Mark> MarkedBy(this IQueryable<Mark> marks, Guid? person) =>
        marks.Where(m => m.Submission.Assignment.Class.Members.Any(c => c.UserId == person && c.LeftAt == null && c.Role != ClassRole.Learner));

    /// <summary>The latest submissions of an assignment that a filter leaves, in the order of the queue: by question, then by 抽签号.</summary>
    /// <param name="submissions">Already limited to what the marker may see, by <see cref="AssignmentQueries.MarkedBy(IQueryable{Submission}, Guid?)"/>.</param>
    public static IQueryable<Submission> Queue(this IQueryable<Submission> submissions, Guid assignmentId, QueueFilter filter)
    {
        // Compared with variables, not with constants: of a bare "IsLatest" SQLite makes no use of an index.
        var (yes, no) = (true, false);
        var queue = submissions.Where(s => s.AssignmentId == assignmentId && s.IsLatest == yes);
        if (filter.Question is { } question) queue = queue.Where(s => s.AssignmentQuestionId == question);
        if (filter.Unmarked) queue = queue.Where(s => s.IsMarked == no);
        if (filter.Late) queue = queue.Where(s => s.HandedInAt >= s.Attempt.LateFrom);
        if (filter.Pile is { Length: > 0 } pile) queue = queue.Where(s => s.Pile == pile);
        if (filter.MissingStage is { Length: > 0 } stage)
        {
            var missing = $"|{stage}|";
            queue = queue.Where(s => s.MissingStages.Contains(missing));
        }
        return queue.OrderBy(s => s.AssignmentQuestion.Order).ThenBy(s => s.CandidateNumber);
    }

    /// <summary>Each submission with how many latest ones to the same question wait before it: 前面还有 n 份.</summary>
    public static IQueryable<WaitingSubmission> Waiting(this AppDb db, IQueryable<Submission> submissions) => submissions.AsNoTracking().Select(s => new WaitingSubmission
    {
        Submission = s,
        Before = db.Submissions.Count(o => o.AssignmentQuestionId == s.AssignmentQuestionId && o.IsLatest && !o.IsMarked && o.HandedInAt < s.HandedInAt),
    });

    /// <summary>Exemplary answers that a person may read: consented to, of the classes they are in, once the marks of their assignment are released.</summary>
    public static IQueryable<Exemplar> ShownTo(this IQueryable<Exemplar> exemplars, Guid? person) =>
        exemplars.Where(e => e.ConsentedAt != null && e.Submission.Assignment.Release != null
            && e.Submission.Assignment.Class.Members.Any(m => m.UserId == person && m.LeftAt == null));

    /// <summary>A marker's comment bank, most used first; what is typed is compared in memory, by words or by pinyin initials.</summary>
    public static async Task<IReadOnlyList<BankComment>> BankAsync(this AppDb db, Guid owner, string? typed, int most, CancellationToken ct)
    {
        const int Searched = 1_000;
        var bank = await db.BankComments.AsNoTracking().Where(c => c.OwnerId == owner && c.RemovedAt == null)
            .OrderByDescending(c => c.Uses).ThenByDescending(c => c.LastUsedAt).Take(Searched).ToListAsync(ct);
        return [.. bank.Where(c => string.IsNullOrWhiteSpace(typed) || c.Matches(typed)).Take(most)];
    }
}
