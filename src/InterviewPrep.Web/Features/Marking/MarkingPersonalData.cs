using System.Globalization;
using System.Text;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Site;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Marking;

/// <summary>Handed-in work with its marks, and the comments that a marker keeps for reuse.</summary>
public sealed class MarkingPersonalData(AppDb db, SiteTime time) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers => [typeof(BankComment)];

    /// <summary>A visitor is in no class.</summary>
    public Task TransferAsync(Guid visitor, Guid account, CancellationToken ct) => Task.CompletedTask;

    public async Task ExportAsync(Guid account, ExportArchive archive, CancellationToken ct)
    {
        var handedIn = await db.Submissions.AsNoTracking().Where(s => s.LearnerId == account).OrderBy(s => s.HandedInAt)
            .Select(s => new { s.Id, s.Assignment.Title, Question = s.AssignmentQuestion.Question.Title, s.AttemptNumber, s.CandidateNumber, s.HandedInAt, s.Ticks, s.IsOnPaper, s.Text }).ToListAsync(ct);
        // A mark goes out when it is released, here as everywhere.
        var marks = await db.Marks.AsNoTracking().ReleasedTo(account)
            .Select(m => new
            {
                m.SubmissionId,
                m.Total,
                m.Scores,
                m.Remark,
                m.Points,
                Comments = m.Comments.Where(c => c.RemovedAt == null).OrderBy(c => c.Order).Select(c => new
                {
                    About = c.Snapshot,
                    c.Text,
                    Response = c.Response == null ? null : new { c.Response.Kind, c.Response.At, c.Response.ChangedAt, c.Response.Before, c.Response.After },
                }).ToList(),
            })
            .ToDictionaryAsync(m => m.SubmissionId, ct);
        await archive.AddJsonAsync("handed-in.json", new
        {
            HandedIn = handedIn.Select(s => new
            {
                s.Title,
                s.Question,
                s.AttemptNumber,
                s.CandidateNumber,
                s.HandedInAt,
                s.Ticks,
                s.IsOnPaper,
                Sections = s.Text,
                marks.GetValueOrDefault(s.Id)?.Total,
                marks.GetValueOrDefault(s.Id)?.Scores,
                marks.GetValueOrDefault(s.Id)?.Remark,
                marks.GetValueOrDefault(s.Id)?.Points,
                marks.GetValueOrDefault(s.Id)?.Comments,
            }),
            Appeals = await db.Appeals.AsNoTracking().Where(a => a.Mark.Submission.LearnerId == account).OrderBy(a => a.At)
                .Select(a => new { a.Mark.Submission.Assignment.Title, a.ElementName, a.PointsBefore, a.Reason, a.At, a.AnsweredAt, a.Answer, a.PointsAfter }).ToListAsync(ct),
            Exemplars = await db.Exemplars.AsNoTracking().Where(e => e.Submission.LearnerId == account)
                .Select(e => new { e.Submission.Assignment.Title, e.Why, e.At, e.ConsentedAt, e.DeclinedAt }).ToListAsync(ct),
            FeedbackOpened = await db.FeedbackOpenings.AsNoTracking().Where(o => db.Submissions.Any(s => s.Id == o.SubmissionId && s.LearnerId == account)).Select(o => new { o.FirstAt, o.At }).ToListAsync(ct),
            Comments = await db.BankComments.AsNoTracking().Where(c => c.OwnerId == account).OrderBy(c => c.Id).Select(c => new { c.Text, c.Uses, c.LastUsedAt, c.RemovedAt }).ToListAsync(ct),
            // What somebody marked is the learner's; the marker gets the number of it.
            Marked = await db.Marks.CountAsync(m => m.MarkedById == account, ct),
        }, ct);
        var page = new StringBuilder("# 班级与作业\n");
        foreach (var one in handedIn)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {one.Title}：{one.Question}（第 {one.AttemptNumber} 次，{time.Long(one.HandedInAt)}交）\n");
            foreach (var words in one.Text.Values) page.Append(CultureInfo.InvariantCulture, $"\n{words}\n");
            if (marks.GetValueOrDefault(one.Id) is not { } mark) continue;
            page.Append(CultureInfo.InvariantCulture, $"\n得分：{mark.Total}\n");
            if (mark.Remark.Length > 0) page.Append(CultureInfo.InvariantCulture, $"\n评语：{mark.Remark}\n");
            foreach (var comment in mark.Comments) page.Append(CultureInfo.InvariantCulture, $"\n批注{(comment.About.Length > 0 ? $"「{comment.About}」" : "")}：{comment.Text}\n");
        }
        await archive.AddTextAsync("班级与作业.md", page.ToString(), ct);
    }

    public async Task<IReadOnlyList<string>> TellDeletionAsync(Guid account, CancellationToken ct) =>
        await db.Marks.CountAsync(m => m.MarkedById == account, ct) is > 0 and var count ? [$"您批改过的 {count} 份留给学员，里面只剩下编号，不再有您的姓名。"] : [];

    /// <summary>Rows that hang on the account go with it; what a marker gave belongs to the learner.</summary>
    public Task DeleteAsync(Guid owner, CancellationToken ct) => Task.CompletedTask;
}
