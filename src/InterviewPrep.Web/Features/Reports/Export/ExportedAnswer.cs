using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Annotations;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Assignments.Manage;
using InterviewPrep.Web.Features.Handwriting;
using Microsoft.EntityFrameworkCore;
using Mark = InterviewPrep.Web.Features.Marking.Mark;

namespace InterviewPrep.Web.Features.Reports.Export;

/// <summary>An answer with its mark as every file and print shows it.</summary>
/// <param name="Pinned">Comments on photographed pages.</param>
/// <param name="Pages">The photographed pages, where it was written by hand.</param>
/// <param name="Mark">Null while nobody marked it.</param>
public sealed record ExportedAnswer(LearnerName Learner, int Order, string Question, string Prompt, Submission Submission, Attempt Attempt, Mark? Mark, IReadOnlyList<AnnotatedStage> Stages, IReadOnlyList<NumberedComment> Pinned, IReadOnlyList<ScanPage> Pages)
{
    /// <summary>Id of the question.</summary>
    public int QuestionId { get; init; }

    /// <summary>The frame that the question follows; null where it is not known.</summary>
    public Framework? Framework { get; init; }

    /// <summary>The expected points with their weights.</summary>
    public IReadOnlyList<(ScoringPoint Point, int Weight)> Points { get; init; } = [];

    public double? PointsOf(string element) => Mark?.Scores.FirstOrDefault(s => s.Element == element)?.Points;

    /// <summary>The comments of all stages, in the order of their numbers.</summary>
    public IEnumerable<NumberedComment> Comments => Stages.SelectMany(s => s.Comments).Concat(Pinned);
}

/// <summary>Everything of one assignment, read once for any file.</summary>
public sealed record AssignmentExport(Assignment Assignment, IReadOnlyList<ExportedAnswer> All)
{
    /// <summary>What counts: the last answer of each learner to each question.</summary>
    public IEnumerable<ExportedAnswer> Latest => All.Where(a => a.Submission.IsLatest);

    /// <summary>The same without the points of questions that an assignment of another class withholds from the one who asks.</summary>
    public AssignmentExport Withholding(IReadOnlyCollection<int> questions) => questions.Count == 0 ? this
        : this with { All = [.. All.Select(a => questions.Contains(a.QuestionId) ? a with { Points = [] } : a)] };

    /// <summary>Said on top of every file and print.</summary>
    public string ReleaseLine => Assignment.Release is null ? "未发布：学员还看不到分数和批注，请勿外传。" : "已发布。";

    public static async Task<AssignmentExport> ReadAsync(AppDb db, ContentLibrary content, Assignment assignment, LearnerNames names, CancellationToken ct)
    {
        var questions = await db.AssignmentQuestions.AsNoTracking().Include(q => q.Question).Include(q => q.QuestionRevision.Points).Where(q => q.AssignmentId == assignment.Id).ToDictionaryAsync(q => q.Id, ct);
        var submissions = await db.Submissions.AsNoTracking().AsSplitQuery().Include(s => s.Attempt).Include(s => s.Mark!.Rubric).Include(s => s.Mark!.Comments)
            .Where(s => s.AssignmentId == assignment.Id).OrderBy(s => s.Id).ToListAsync(ct);
        var pages = await db.PagesOfAllAsync(assignment.Id, ct);
        return new AssignmentExport(assignment, [.. submissions.Select(s =>
        {
            var question = questions[s.AssignmentQuestionId];
            var (stages, pinned) = AnnotatedAnswer.Of(content.FrameworkOf(question.QuestionRevision.Framework), s.Text, s.Mark?.Standing ?? [], s.Mark?.Stamps ?? []);
            var framework = content.FindFramework(question.QuestionRevision.Framework);
            return new ExportedAnswer(names.Of(s.LearnerId), question.Order, question.Question.Title, question.QuestionRevision.Prompt, s, s.Attempt, s.Mark, stages, pinned, [.. pages[(s.AttemptId, s.AssignmentQuestionId)]])
            {
                QuestionId = question.QuestionId,
                Framework = framework,
                Points = [.. question.QuestionRevision.Points.OrderBy(p => p.Order).Select(p => (Point: framework?.FindPoint(p.Point), p.Weight)).Where(p => p.Point is not null).Select(p => (p.Point!, p.Weight))],
            };
        }).OrderBy(a => a.Learner.SortKey, StringComparer.Ordinal).ThenBy(a => a.Learner.Name, StringComparer.Ordinal).ThenBy(a => a.Order).ThenBy(a => a.Submission.AttemptNumber)]);
    }
}
