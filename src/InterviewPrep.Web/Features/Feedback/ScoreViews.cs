using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Drafts;
using InterviewPrep.Web.Features.Marking;
using InterviewPrep.Web.Features.Questions;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Feedback;

/// <summary>How three look at one answer, in per cent of all that could be had.</summary>
/// <param name="Self">By the points that the learner ticked; null where none were.</param>
/// <param name="Coach">By the points that the coach sees; null where it knows nothing of the frame.</param>
/// <param name="Teacher">By the released mark; null where there is none.</param>
public sealed record ScoreView(string Title, DateTimeOffset At, double? Self, double? Coach, double? Teacher);

/// <summary>Reads how the learner, the coach and teachers see one's answers over time.</summary>
public sealed class ScoreViews(AppDb db, ContentLibrary content)
{
    /// <summary>So many answers are shown: each is read by the coach.</summary>
    public const int Most = 24;

    private sealed record Row(string Title, DateTimeOffset At, int Revision, DraftText Text, IReadOnlyList<string> Ticks, double? Teacher, bool IsOnPaper);

    /// <summary>The latest answers that were handed in or scored, oldest first.</summary>
    public async Task<IReadOnlyList<ScoreView>> OfAsync(Guid person, CancellationToken ct)
    {
        var marks = await db.Marks.AsNoTracking().ReleasedTo(person).Select(m => new { m.SubmissionId, m.Total, m.Rubric }).ToDictionaryAsync(m => m.SubmissionId, m => 100 * m.Total!.Value / m.Rubric.Most, ct);
        var handedIn = await db.Submissions.AsNoTracking().OwnedBy(person).OrderByDescending(s => s.HandedInAt).Take(Most)
            .Select(s => new { s.Id, s.DraftId, s.AssignmentQuestion.Question.Title, s.HandedInAt, s.AssignmentQuestion.QuestionRevisionId, s.Text, s.Ticks, s.IsOnPaper, Score = db.Drafts.Where(d => d.Id == s.DraftId).Select(d => d.SelfScore).FirstOrDefault() }).ToListAsync(ct);
        var scored = await db.Drafts.AsNoTracking().OwnedBy(person).Where(d => d.SelfScore != null && !db.Submissions.Any(s => s.DraftId == d.Id)).OrderByDescending(d => d.SelfScore!.At).Take(Most)
            .Select(d => new { d.Question.Title, d.SelfScore!.At, d.QuestionRevisionId, d.Text, d.SelfScore.Ticks }).ToListAsync(ct);
        var rows = handedIn.Select(s => new Row(s.Title, s.HandedInAt, s.QuestionRevisionId, s.Text, s.Score?.Ticks ?? s.Ticks, marks.TryGetValue(s.Id, out var total) ? total : null, s.IsOnPaper))
            .Concat(scored.Select(d => new Row(d.Title, d.At, d.QuestionRevisionId, d.Text, d.Ticks, null, false))).OrderByDescending(r => r.At).Take(Most).Reverse().ToList();
        var ids = rows.Select(r => r.Revision).Distinct().ToList();
        var revisions = await db.QuestionRevisions.AsNoTracking().Include(r => r.Points).Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, ct);
        return [.. rows.Select(r => Of(r, revisions[r.Revision]))];
    }

    private ScoreView Of(Row row, QuestionRevision revision)
    {
        var framework = content.FindFramework(revision.Framework);
        var all = revision.Points.Sum(p => p.Weight);
        double Percent(IEnumerable<string> points) => 100.0 * revision.Points.IntersectBy(points, p => p.Point).Sum(p => p.Weight) / all;
        return new ScoreView(row.Title, row.At, row.Ticks.Count == 0 || all == 0 ? null : Percent(row.Ticks),
            framework?.Coach is null || row.IsOnPaper || all == 0 ? null : Percent(AnswerReading.Of(framework, row.Text).Points), row.Teacher);
    }
}
