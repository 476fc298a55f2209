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
            .Select(s => new { s.Id, s.Assignment.Title, Question = s.AssignmentQuestion.Question.Title, s.AttemptNumber, s.HandedInAt, s.Text }).ToListAsync(ct);
        // A mark goes out when it is released, here as everywhere.
        var marks = await db.Marks.AsNoTracking().ReleasedTo(account)
            .Select(m => new { m.SubmissionId, m.Total, m.Remark, Comments = m.Comments.Where(c => c.RemovedAt == null).OrderBy(c => c.Order).Select(c => new { About = c.Snapshot, c.Text }).ToList() })
            .ToDictionaryAsync(m => m.SubmissionId, ct);
        await archive.AddJsonAsync("handed-in.json", new
        {
            HandedIn = handedIn.Select(s => new { s.Title, s.Question, s.AttemptNumber, s.HandedInAt, Sections = s.Text, marks.GetValueOrDefault(s.Id)?.Total, marks.GetValueOrDefault(s.Id)?.Remark, marks.GetValueOrDefault(s.Id)?.Comments }),
            Comments = await db.BankComments.AsNoTracking().Where(c => c.OwnerId == account).Select(c => c.Text).ToListAsync(ct),
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

    public Task<IReadOnlyList<string>> TellDeletionAsync(Guid account, CancellationToken ct) => Task.FromResult<IReadOnlyList<string>>([]);

    /// <summary>Rows that hang on the account go with it.</summary>
    public Task DeleteAsync(Guid account, CancellationToken ct) => Task.CompletedTask;
}
