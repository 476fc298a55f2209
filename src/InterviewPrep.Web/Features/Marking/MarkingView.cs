using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Drafts;
using InterviewPrep.Web.Features.Handwriting;
using InterviewPrep.Web.Features.Questions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Marking;

/// <summary>One stage of an answer on the desk.</summary>
public sealed record MarkingStage(Stage Stage, string Text, IReadOnlyList<AnswerSentence> Sentences)
{
    /// <summary>The words of a range; empty where it is not inside the text.</summary>
    public string Words(int start, int length) => start >= 0 && length > 0 && start <= Text.Length - length ? Text.Substring(start, length) : "";
}

/// <summary>An expected point: what its learner said, and what the coach sees. Neither gives the mark.</summary>
/// <param name="Ticked">True where the learner says that it was made.</param>
/// <param name="Found">The sentence in which the coach sees it; null where it does not.</param>
/// <param name="Why">What is missing, or why it does not count.</param>
/// <param name="Said">What the learner judged in the draft that was handed in; null for nothing.</param>
public sealed record MarkingPoint(ScoringPoint Point, int Stage, int Weight, bool Ticked, Evidence? Found, string Why, PointJudgement? Said);

/// <summary>A question of the assignment, for the choice between them.</summary>
public sealed record MarkingQuestion(Guid Id, int Order, string Title);

/// <summary>Everything that the marking page shows of one answer.</summary>
/// <param name="MayGiveBack">True for who may give this answer back to be done again.</param>
public sealed record MarkingView(
    Assignment Assignment, IReadOnlyList<MarkingQuestion> Questions, QueueView View, Submission Submission, IReadOnlyList<ScanPage> Pages, QuestionRevision Question, RubricVersion Rubric,
    IReadOnlyList<MarkingStage> Stages, IReadOnlyList<MarkingPoint> Points, IReadOnlyList<QueueRow> Around, MarkingProgress Progress, Guid? NextUnmarked,
    IReadOnlyList<string> Piles, string? OpenBy, string? MarkedBy, bool MayGiveBack)
{
    /// <summary>How far the coach can be believed; empty where the frame is not known.</summary>
    public string Caveat { get; init; } = "";

    public QueueRow Here => Around.First(r => r.Id == Submission.Id);

    public QueueRow? Earlier => Around.TakeWhile(r => r.Id != Submission.Id).LastOrDefault();

    public QueueRow? Later => Around.SkipWhile(r => r.Id != Submission.Id).Skip(1).FirstOrDefault();

    public MarkEdit Edit => Submission.Mark?.Edit ?? MarkEdit.Blank;

    public int Revision => Submission.Mark?.Revision ?? 0;

    /// <summary>Elements without a score where others have theirs.</summary>
    public IReadOnlyList<AssessmentElement> Unscored => Submission.Mark?.Unscored ?? [];

    /// <summary>Photographed pages that were changed after the mark was: whoever marked has not seen them.</summary>
    public IEnumerable<ScanPage> ChangedPages => Pages.Where(p => p.FiledAt > Submission.Mark?.ChangedAt);

    /// <summary>Id of the handwritten answer that the pages belong to; null where it is not written by hand.</summary>
    public Guid? HandwrittenAnswer => Pages.Select(p => p.AnswerId).FirstOrDefault();

    public string QueueAddress => View.AddressIn(Assignment);

    /// <summary>Where the button 退回 sends the form; the queue stays narrowed as it was.</summary>
    public string GiveBackAddress => QueryHelpers.AddQueryString(Address(Submission.Id), "handler", "GiveBack");

    public string Address(Guid submission) => View.AddressIn(Assignment, submission);
}

/// <summary>Reads one answer for marking, and tells other markers that it is open here.</summary>
public sealed class MarkingViewQuery(AppDb db, ContentLibrary content, IWithheldAnswers withheld, TimeProvider time)
{
    private const int ShownBefore = 4, ShownAfter = 8;

    /// <returns>Null where there is no such answer for this marker.</returns>
    public async Task<MarkingView?> ReadAsync(Guid classId, Guid assignmentId, Guid submissionId, QueueView view, Marker marker, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (await db.CachedAsync(("marked assignment", marker, classId, assignmentId), () => db.Assignments.AsNoTracking().Include(a => a.AnonymityLift).Include(a => a.Class.Archive).MarkedBy(marker).SingleOrDefaultAsync(a => a.Id == assignmentId && a.ClassId == classId, ct)) is not { } assignment) return null;
        var submission = await db.CachedAsync(("marked submission", assignmentId, submissionId), () => db.Submissions.AsNoTracking().AsSplitQuery().Include(s => s.Attempt.Returned).Include(s => s.AssignmentQuestion.Rubrics)
            .Include(s => s.Mark!.Rubric).Include(s => s.Mark!.Comments.Where(c => c.RemovedAt == null))
            .SingleOrDefaultAsync(s => s.Id == submissionId && s.AssignmentId == assignmentId, ct));
        if (submission is null) return null;
        var held = await db.LockAsync(submissionId, marker.Id, now, ct);

        if (!view.ByLearner) view = view with { Question = submission.AssignmentQuestionId };
        var question = await db.RevisionAsync(submission.AssignmentQuestion.QuestionRevisionId, ct);
        var questions = await db.QuestionsOfAsync(assignmentId, ct);
        var queue = new MarkingQueueQuery(db, assignment, view, marker, now);
        var at = new QueuePosition(submission.AssignmentQuestionId, submission.AssignmentQuestion.Order, submission.CandidateNumber);
        var around = await queue.AroundAsync(submissionId, at, ShownBefore, ShownAfter, ct);
        var progress = (await queue.ProgressAsync(ct)).GetValueOrDefault(submission.AssignmentQuestionId) ?? new MarkingProgress(submission.AssignmentQuestionId, 0, 0);
        var people = new[] { held.ById, submission.Mark?.MarkedById ?? Guid.Empty };
        var names = await db.CachedAsync(("names", people[0], people[1]), () => db.Users.Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, ct));
        var judgements = submission.DraftId is { } draft ? await db.CachedAsync(("judgements", draft), () => db.PointJudgements.AsNoTracking().Where(j => j.DraftId == draft).ToListAsync(ct)) : [];
        var (stages, points) = Look(question, submission, [.. judgements.Where(j => j.PlaceIn(submission.Text) is not null)]);
        // Who may open a class could set a question there that another class has set for them.
        if (await withheld.AreWithheldAsync(question.QuestionId, marker.Id, ct)) points = [];
        return new MarkingView(assignment, questions, view, submission, await db.PagesOfAsync(submission, ct), question, submission.Mark?.Rubric ?? submission.AssignmentQuestion.Rubric, stages, points, around, progress,
            await queue.NextUnmarkedAsync(submissionId, at, ct), await queue.PilesAsync(ct),
            held.ById != marker.Id && now < held.Until ? names.GetValueOrDefault(held.ById) : null,
            submission.Mark is { } mark ? names.GetValueOrDefault(mark.MarkedById) : null,
            submission.IsLatest && !assignment.Class.IsArchived && await db.CachedAsync(("taught", marker, assignmentId), () => db.Assignments.TaughtBy(marker).AnyAsync(a => a.Id == assignmentId, ct)))
        {
            Caveat = content.FindFramework(question.Framework) is { } framework ? PointStates.Caveat(framework) : "",
        };
    }

    /// <summary>Where a marker goes on after a save: to the next unmarked answer, or to the list where all are marked. An answer with elements left out comes back once.</summary>
    public async Task<string> AfterSaveAsync(Mark mark, QueueView view, Marker marker, bool goesOn, bool wasTold, CancellationToken ct)
    {
        var answer = mark.Submission;
        var assignment = await db.Assignments.AsNoTracking().Include(a => a.AnonymityLift).SingleAsync(a => a.Id == answer.AssignmentId, ct);
        if (!view.ByLearner) view = view with { Question = answer.AssignmentQuestionId };
        if (!goesOn) return view.AddressIn(assignment, answer.Id);
        if (mark.Unscored.Count > 0 && !wasTold) return QueryHelpers.AddQueryString(view.AddressIn(assignment, answer.Id), nameof(ShowModel.Told), "true");
        var order = await db.AssignmentQuestions.Where(q => q.Id == answer.AssignmentQuestionId).Select(q => q.Order).SingleAsync(ct);
        var next = await new MarkingQueueQuery(db, assignment, view, marker, time.GetUtcNow()).NextUnmarkedAsync(answer.Id, new QueuePosition(answer.AssignmentQuestionId, order, answer.CandidateNumber), ct);
        return next is { } id ? view.AddressIn(assignment, id) : view.AddressIn(assignment);
    }

    private (IReadOnlyList<MarkingStage> Stages, IReadOnlyList<MarkingPoint> Points) Look(QuestionRevision question, Submission submission, IReadOnlyList<PointJudgement> judgements)
    {
        var edit = submission.Mark?.Edit ?? MarkEdit.Blank;
        var framework = content.FrameworkOf(question.Framework);
        var reading = AnswerReading.Of(framework, submission.Text);
        var expected = question.Points.Select(p => p.Point).ToHashSet();
        return (
            [.. framework.StagesOf(submission.Text).Select(s => new MarkingStage(s, submission.Text.Of(s.Id),
                AnswerSentences.Cut(s.Id, submission.Text.Of(s.Id), TextMark.Own(framework, reading, submission.Text, s.Id, expected, judgements), edit)))],
            [.. from row in question.Points
                let point = framework.FindPoint(row.Point)
                where point is not null
                let found = reading.Best(point.Id)
                select new MarkingPoint(point, framework.FindStage(point.Stage)!.Number, row.Weight, submission.Ticks.Contains(point.Id), found, PointStates.Why(framework, point, found?.State), judgements.FirstOrDefault(j => j.Point == point.Id))]);
    }
}

internal static class MarkingQuestionQueries
{
    public static Task<List<MarkingQuestion>> QuestionsOfAsync(this AppDb db, Guid assignmentId, CancellationToken ct) =>
        db.CachedAsync(("marked questions", assignmentId), () => db.AssignmentQuestions.Where(q => q.AssignmentId == assignmentId).OrderBy(q => q.Order).Select(q => new MarkingQuestion(q.Id, q.Order, q.Question.Title)).ToListAsync(ct));
}
