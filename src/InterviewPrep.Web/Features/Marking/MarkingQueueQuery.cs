using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Assignments;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Marking;

/// <summary>Where an answer stands in the queue.</summary>
public readonly record struct QueuePosition(Guid Question, int Order, int CandidateNumber);

/// <summary>An answer in the queue.</summary>
/// <param name="Name">Empty while names are hidden; then only <paramref name="CandidateNumber"/> is shown.</param>
/// <param name="Scores">What was scored so far; null where nobody has set anything.</param>
/// <param name="OpenBy">Another marker who has it open; null where nobody has.</param>
public sealed record QueueRow(
    Guid Id, int CandidateNumber, int Order, string Name, bool IsMarked, double? Total, bool IsLate, string Pile, string MissingStages, int Attempt, string? OpenBy, bool IsOnPaper, IReadOnlyList<ElementScore>? Scores, RubricVersion? Rubric)
{
    /// <summary>Elements without a score where others have theirs; 0 for an answer that is untouched or complete.</summary>
    public int Unscored => Total is null && Scores is { Count: > 0 } && Rubric is not null ? Rubric.UnscoredIn(Scores.Select(s => s.Element)).Count : 0;

    /// <summary>Those stages that the answer left empty.</summary>
    public IEnumerable<Stage> MissingOf(IEnumerable<Stage> stages) => stages.Where(s => MissingStages.Contains($"|{s.Id}|", StringComparison.Ordinal));

    /// <summary>As markers may read it.</summary>
    public string Title => Name.Length > 0 ? Name : Assignments.CandidateNumber.Format(CandidateNumber);
}

/// <summary>How far the marking of a question is.</summary>
public sealed record MarkingProgress(Guid Question, int Marked, int All);

/// <summary>
/// The queue of one assignment, read in pieces: no page loads the whole class. Whether the marker may see the
/// assignment has been asked before.
/// </summary>
public sealed class MarkingQueueQuery(AppDb db, Assignment assignment, QueueView view, Marker marker, DateTimeOffset now)
{
    private IQueryable<Submission> Answers => db.Submissions.AsNoTracking().Queue(assignment.Id, view.Filter);

    private IQueryable<Submission> InOrder => Order(Answers);

    public Task<List<QueueRow>> PageAsync(int skip, int take, CancellationToken ct) => Rows(InOrder.Skip(skip).Take(take)).ToListAsync(ct);

    /// <summary>The answers around one, in order.</summary>
    public async Task<IReadOnlyList<QueueRow>> AroundAsync(Guid id, QueuePosition at, int before, int after, CancellationToken ct)
    {
        var around = await Rows(Back(at).Take(before).Concat(db.Submissions.AsNoTracking().Where(s => s.Id == id)).Concat(On(at).Take(after))).ToListAsync(ct);
        return [.. around.OrderBy(r => r.CandidateNumber).ThenBy(r => r.Order)];
    }

    /// <summary>The next unmarked answer behind a place that nobody else has open; from the start again where there is none; null where all is marked.</summary>
    public async Task<Guid?> NextUnmarkedAsync(Guid? id, QueuePosition? at, CancellationToken ct)
    {
        var no = false;
        IQueryable<Submission> Free(IQueryable<Submission> answers) => answers.Where(s => s.IsMarked == no && s.Id != id
            && !db.MarkingLocks.Any(c => c.SubmissionId == s.Id && c.ById != marker.Id && c.Until > now));
        var next = at is { } place ? await Free(On(place)).Select(s => (Guid?)s.Id).FirstOrDefaultAsync(ct) : null;
        return next ?? await Free(InOrder).Select(s => (Guid?)s.Id).FirstOrDefaultAsync(ct);
    }

    /// <summary>Of each question, how many answers there are and how many are marked.</summary>
    public async Task<IReadOnlyDictionary<Guid, MarkingProgress>> ProgressAsync(CancellationToken ct)
    {
        var yes = true;
        var counts = await db.CachedAsync(("marking progress", assignment.Id), () => db.Submissions.Where(s => s.AssignmentId == assignment.Id && s.IsLatest == yes)
            .GroupBy(s => new { s.AssignmentQuestionId, s.IsMarked }).Select(g => new { g.Key.AssignmentQuestionId, g.Key.IsMarked, Count = g.Count() }).ToListAsync(ct));
        return counts.GroupBy(c => c.AssignmentQuestionId)
            .ToDictionary(g => g.Key, g => new MarkingProgress(g.Key, g.Where(c => c.IsMarked).Sum(c => c.Count), g.Sum(c => c.Count)));
    }

    /// <summary>How many answers the queue holds as it is narrowed.</summary>
    /// <param name="progress">Tells it without asking again where the queue is not narrowed.</param>
    public async Task<int> CountAsync(IReadOnlyDictionary<Guid, MarkingProgress> progress, CancellationToken ct) =>
        view.IsNarrowed || view.ByLearner ? await Answers.CountAsync(ct) : progress.GetValueOrDefault(view.Question!.Value)?.All ?? 0;

    /// <summary>Slugs of the frames of the questions in the queue.</summary>
    public Task<List<string>> FrameworksAsync(CancellationToken ct)
    {
        var (byLearner, question) = (view.ByLearner, view.Question);
        return db.CachedAsync(("frames", assignment.Id, byLearner, question), () => db.AssignmentQuestions.Where(q => q.AssignmentId == assignment.Id && (byLearner || q.Id == question)).Select(q => q.QuestionRevision.Framework).Distinct().ToListAsync(ct));
    }

    /// <summary>Names of the piles that hold a mark.</summary>
    public Task<List<string>> PilesAsync(CancellationToken ct) =>
        db.CachedAsync(("piles", assignment.Id), () => db.Submissions.Where(s => s.AssignmentId == assignment.Id && string.Compare(s.Pile, "") > 0).Select(s => s.Pile).Distinct().OrderBy(p => p).ToListAsync(ct));

    private IQueryable<Submission> On(QueuePosition at) => Order(view.ByLearner
        ? Answers.Where(s => s.CandidateNumber >= at.CandidateNumber && !(s.CandidateNumber == at.CandidateNumber && s.AssignmentQuestion.Order <= at.Order))
        : Answers.Where(s => s.CandidateNumber > at.CandidateNumber));

    private IQueryable<Submission> Back(QueuePosition at) => view.ByLearner
        ? Answers.Where(s => s.CandidateNumber <= at.CandidateNumber && !(s.CandidateNumber == at.CandidateNumber && s.AssignmentQuestion.Order >= at.Order))
            .OrderByDescending(s => s.CandidateNumber).ThenByDescending(s => s.AssignmentQuestion.Order)
        : Answers.Where(s => s.CandidateNumber < at.CandidateNumber).OrderByDescending(s => s.CandidateNumber);

    // Within one question the number alone is the order, which an index holds; by learner the questions follow within a number.
    private IQueryable<Submission> Order(IQueryable<Submission> answers) =>
        view.ByLearner ? answers.OrderBy(s => s.CandidateNumber).ThenBy(s => s.AssignmentQuestion.Order) : answers.OrderBy(s => s.CandidateNumber);

    private IQueryable<QueueRow> Rows(IQueryable<Submission> answers)
    {
        var (classId, me, names) = (assignment.ClassId, marker.Id, !assignment.HidesNames);
        return answers.Select(s => new QueueRow(s.Id, s.CandidateNumber, s.AssignmentQuestion.Order,
            names ? db.RosterRows.Where(r => r.ClassId == classId && r.UserId == s.LearnerId).Select(r => r.Name).FirstOrDefault() ?? s.Learner.DisplayName : "",
            s.IsMarked, s.Mark!.Total, s.HandedInAt >= s.Attempt.LateFrom, s.Pile, s.MissingStages, s.AttemptNumber,
            db.MarkingLocks.Where(c => c.SubmissionId == s.Id && c.ById != me && c.Until > now).Select(c => db.Users.First(u => u.Id == c.ById).DisplayName).FirstOrDefault(), s.IsOnPaper, s.Mark.Scores, s.Mark.Rubric));
    }
}
