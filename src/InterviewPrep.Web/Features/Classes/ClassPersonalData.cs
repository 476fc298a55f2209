using System.Globalization;
using System.Text;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Marking;
using InterviewPrep.Web.Features.Questions;
using InterviewPrep.Web.Site;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Classes;

/// <summary>Classes that a person is in, what he handed in there, and what he made as a teacher.</summary>
public sealed class ClassPersonalData(AppDb db, SiteTime time) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers =>
        [typeof(Membership), typeof(RosterRow), typeof(CalendarFeed), typeof(DailyTemplate), typeof(BankComment), typeof(Question)];

    /// <summary>A visitor is in no class.</summary>
    public Task ClaimAsync(Guid visitor, Guid account, CancellationToken ct) => Task.CompletedTask;

    public async Task ExportAsync(Guid account, ExportArchive archive, CancellationToken ct)
    {
        var classes = await db.Memberships.AsNoTracking().Where(m => m.UserId == account)
            .Select(m => new { m.Class.Name, m.Role, m.LeftAt }).ToListAsync(ct);
        var handedIn = await db.Submissions.AsNoTracking().Where(s => s.LearnerId == account).OrderBy(s => s.HandedInAt)
            .Select(s => new { s.Id, s.Assignment.Title, Question = s.AssignmentQuestion.Question.Title, s.AttemptNumber, s.HandedInAt, s.Text }).ToListAsync(ct);
        // A mark goes out when it is released, here as everywhere.
        var marks = await db.Marks.AsNoTracking().ReleasedTo(account)
            .Select(m => new { m.SubmissionId, m.Total, m.Remark, Comments = m.Comments.Where(c => c.RemovedAt == null).OrderBy(c => c.Order).Select(c => new { About = c.Snapshot, c.Text }).ToList() })
            .ToDictionaryAsync(m => m.SubmissionId, ct);
        var questions = await db.QuestionRevisions.AsNoTracking().Where(r => r.Question.OwnerId == account && r.Number == r.Question.RevisionNumber)
            .Select(r => new { r.Question.Slug, r.Question.Title, r.Prompt }).ToListAsync(ct);
        var comments = await db.BankComments.AsNoTracking().Where(c => c.OwnerId == account).Select(c => c.Text).ToListAsync(ct);
        await archive.AddJsonAsync("classes.json", new
        {
            Classes = classes,
            HandedIn = handedIn.Select(s => new { s.Title, s.Question, s.AttemptNumber, s.HandedInAt, Sections = s.Text, marks.GetValueOrDefault(s.Id)?.Total, marks.GetValueOrDefault(s.Id)?.Remark, marks.GetValueOrDefault(s.Id)?.Comments }),
            Questions = questions,
            Comments = comments,
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

    public async Task<IReadOnlyList<string>> TellDeletionAsync(Guid account, CancellationToken ct)
    {
        var told = new List<string>();
        if (await db.Submissions.CountAsync(s => s.LearnerId == account, ct) is > 0 and var count)
            told.Add($"交给老师的 {count} 份作业，连同批改和评语，都会删除，老师那边也看不到了。名单上的名字由老师保留。");
        if (await db.Questions.CountAsync(q => q.OwnerId == account, ct) is > 0 and var own)
            told.Add($"您出的 {own} 道题：只给自己看的不再出现；给班级或全站的留在题库，不再署您。");
        return told;
    }

    /// <summary>Rows that hang on the account go with it; questions that others use stay, without an owner.</summary>
    public async Task DeleteAsync(Guid account, CancellationToken ct)
    {
        var now = time.Now;
        await db.Questions.Where(q => q.OwnerId == account && q.Visibility == QuestionVisibility.Private)
            .ExecuteUpdateAsync(q => q.SetProperty(x => x.RetiredAt, now), ct);
        await db.Questions.Where(q => q.OwnerId == account).ExecuteUpdateAsync(q => q.SetProperty(x => x.OwnerId, (Guid?)null), ct);
    }
}
