using System.Globalization;
using System.Text;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Site;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Exams;

/// <summary>Sittings with what was written in them, as a person's own.</summary>
public sealed class ExamPersonalData(AppDb db, TakeFolder folder, SiteTime time) : IPersonalData
{
    private IReadOnlyList<Guid> deleted = [];

    public IReadOnlyCollection<Type> Covers => [typeof(ExamSitting)];

    public IQueryable<OwnerActivity> Activity => db.ExamSittings.Select(s => new OwnerActivity { OwnerId = s.OwnerId, At = s.SavedAt });

    public async Task TransferAsync(Guid visitor, Guid account, CancellationToken ct)
    {
        foreach (var sitting in await db.ExamSittings.OwnedBy(visitor).ToListAsync(ct)) sitting.GiveTo(account);
    }

    public async Task ExportAsync(Guid account, ExportArchive archive, CancellationToken ct)
    {
        var sittings = await db.ExamSittings.AsNoTracking().OwnedBy(account).Include(s => s.Answers.OrderBy(a => a.Order)).ThenInclude(a => a.QuestionRevision).Include(s => s.Takes.OrderBy(t => t.CreatedAt)).AsSplitQuery()
            .OrderBy(s => s.CreatedAt).ThenBy(s => s.Id).ToListAsync(ct);
        if (sittings.Count == 0) return;
        await archive.AddJsonAsync("sittings.json", sittings.Select(s => new
        {
            s.Paper,
            s.Title,
            s.Number,
            s.CreatedAt,
            s.Rules,
            s.Marks,
            s.Scores,
            s.Total,
            Recordings = s.Takes.Select(t => new { File = NameOf(t), t.Question, t.CreatedAt }),
            Answers = s.Answers.Select(a => new { a.Order, a.QuestionRevision.Prompt, a.Notes, a.Text }),
        }), ct);
        var page = new StringBuilder("# 模拟考试\n");
        foreach (var sitting in sittings)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {sitting.Title}（{time.Long(sitting.CreatedAt)}）\n");
            foreach (var answer in sitting.Answers) page.Append(CultureInfo.InvariantCulture, $"\n### 第 {answer.Order} 题\n\n{answer.QuestionRevision.Prompt}\n\n草稿：{answer.Notes}\n\n作答：{answer.Text}\n");
        }
        await archive.AddTextAsync("模拟考试.md", page.ToString(), ct);
        foreach (var take in sittings.SelectMany(s => s.Takes)) await archive.AddFileAsync(NameOf(take), folder.PathOf(take.Id), ct);
    }

    public async Task<IReadOnlyList<string>> TellDeletionAsync(Guid account, CancellationToken ct) =>
        await db.ExamSittings.OwnedBy(account).CountAsync(ct) is > 0 and var count ? [$"{count} 场模拟考试的记录和录音会删除。"] : [];

    public async Task DeleteAsync(Guid owner, CancellationToken ct)
    {
        deleted = await db.ExamTakes.Where(t => t.Sitting.OwnerId == owner).Select(t => t.Id).ToListAsync(ct);
        await db.ExamSittings.OwnedBy(owner).ExecuteDeleteAsync(ct);
    }

    public void Deleted()
    {
        foreach (var take in deleted) folder.Delete(take);
        deleted = [];
    }

    private string NameOf(ExamTake take) => string.Create(CultureInfo.InvariantCulture, $"录音/{time.Local(take.CreatedAt):yyyyMMdd-HHmmss} 第 {take.Question} 题 {take.Id.ToString("N")[^4..]}.{SoundTypes.Ending(take.Type)}");
}
