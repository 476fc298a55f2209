using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Assignments.Manage;
using InterviewPrep.Web.Features.Questions;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Reports;

/// <summary>How many answers to a question there are, and how many are marked.</summary>
public sealed record AnswerCount(int All, int Marked);

/// <summary>Reads the statistics of an assignment, computed anew only when an answer or a mark was saved.</summary>
public sealed partial class StatisticsReader(AppDb db, ContentLibrary content, StatisticsCache cache, IWithheldAnswers withheld, IServiceScopeFactory scopes, ILogger<StatisticsReader> logger)
{
    /// <summary>So many answers are read while the page waits; more are read behind it.</summary>
    public const int MostWhileWaiting = 200;

    /// <summary>The picture as it is now.</summary>
    /// <param name="assignment">With its questions and their rubrics; the caller has seen to it that it may be looked at.</param>
    public async Task<AssignmentStatistics> ReadAsync(Assignment assignment, CancellationToken ct) =>
        cache.FindCurrent(assignment.Id, assignment.ClassId, content) ?? await cache.ComputeAsync(assignment.Id, assignment.ClassId, content, () => ComputeAsync(assignment, ct));

    /// <summary>The statistics at once: of a large class perhaps the last ones, while new ones are computed in the background.</summary>
    /// <param name="answers">How many answers there are.</param>
    /// <returns>The picture, null where there is none yet; and whether it is as of now.</returns>
    public async Task<(AssignmentStatistics? Picture, bool IsCurrent)> ReadOrLastAsync(Assignment assignment, int answers, CancellationToken ct)
    {
        if (answers <= MostWhileWaiting || cache.FindCurrent(assignment.Id, assignment.ClassId, content) is not null) return (await ReadAsync(assignment, ct), true);
        var id = assignment.Id;
        cache.ComputeInBackground(id, () => ComputeInBackgroundAsync(id));
        return (cache.FindLast(id), false);
    }

    /// <summary>The picture without the points of questions that an assignment of another class withholds from the one who looks.</summary>
    public async Task<AssignmentStatistics?> ShownToAsync(AssignmentStatistics? picture, Assignment assignment, Guid person, CancellationToken ct)
    {
        var hidden = await withheld.AllWithheldAsync(person, ct);
        var questions = assignment.Questions.Where(q => hidden.Contains(q.QuestionId)).Select(q => q.Id).ToHashSet();
        return picture is null || questions.Count == 0 ? picture : picture with { Questions = [.. picture.Questions.Select(q => questions.Contains(q.Id) ? q with { Points = [] } : q)] };
    }

    /// <summary>Of each question, by its id, how many answers count and how many of them are marked; always as of now.</summary>
    public async Task<IReadOnlyDictionary<Guid, AnswerCount>> CountAsync(Guid assignmentId, CancellationToken ct)
    {
        var yes = true;
        return (await db.Submissions.Where(s => s.AssignmentId == assignmentId && s.IsLatest == yes).GroupBy(s => new { s.AssignmentQuestionId, s.IsMarked })
            .Select(g => new { g.Key.AssignmentQuestionId, g.Key.IsMarked, Count = g.Count() }).ToListAsync(ct))
            .GroupBy(c => c.AssignmentQuestionId).ToDictionary(g => g.Key, g => new AnswerCount(g.Sum(c => c.Count), g.Where(c => c.IsMarked).Sum(c => c.Count)));
    }

    // The request that asked is over by then, and its store with it.
    private async Task ComputeInBackgroundAsync(Guid assignmentId)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var store = scope.ServiceProvider.GetRequiredService<AppDb>();
            var assignment = await store.Assignments.AsNoTracking().AsSplitQuery().Include(a => a.Questions).ThenInclude(q => q.Rubrics).SingleOrDefaultAsync(a => a.Id == assignmentId);
            if (assignment is not null) await scope.ServiceProvider.GetRequiredService<StatisticsReader>().ReadAsync(assignment, default);
        }
        catch (Exception e)
        {
            LogFailed(assignmentId, e);
        }
    }

    private async Task<AssignmentStatistics> ComputeAsync(Assignment assignment, CancellationToken ct)
    {
        var questions = new List<QuestionStatistics>();
        foreach (var question in assignment.Questions.OrderBy(q => q.Order))
        {
            var answers = await db.Submissions.AsNoTracking().Where(s => s.AssignmentQuestionId == question.Id && s.IsLatest)
                .Select(s => new AnswerFigures(s.Text, s.IsOnPaper, s.HandedInAt >= s.Attempt.LateFrom, s.Ticks, s.Mark!.Scores, s.Mark.Total, s.Mark.Rubric)).ToListAsync(ct);
            var revision = await db.RevisionAsync(question.QuestionRevisionId, ct);
            questions.Add(StatisticsCalculator.Of(question.Id, question.Order, revision, content.FindFramework(revision.Framework), question.Rubric, answers));
        }
        var status = await HandInStatus.OfAsync(db, assignment, ct);
        return new AssignmentStatistics(questions, new HandInSummary(status.Learners, status.HandedIn, status.Left, status.Missing.Count, [.. status.Missing.Take(HandInSummary.MostNames).Select(a => a.Name)]));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The statistics of assignment {AssignmentId} could not be computed; tried again when its overview is opened")]
    private partial void LogFailed(Guid assignmentId, Exception exception);
}
