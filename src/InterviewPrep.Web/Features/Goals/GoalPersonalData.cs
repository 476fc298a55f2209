using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Goals;

/// <summary>The exam that a person prepares for, as their own.</summary>
public sealed class GoalPersonalData(AppDb db) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers => [typeof(StudyGoal)];

    public IQueryable<OwnerActivity> Activity => db.StudyGoals.Select(g => new OwnerActivity { OwnerId = g.OwnerId, At = g.At });

    public async Task TransferAsync(Guid visitor, Guid account, CancellationToken ct)
    {
        if (await db.StudyGoals.SingleOrDefaultAsync(g => g.OwnerId == visitor, ct) is not { } goal) return;
        if (await db.StudyGoals.SingleOrDefaultAsync(g => g.OwnerId == account, ct) is not { } mine)
        {
            goal.GiveTo(account);
            return;
        }
        mine.Absorb(goal);
        db.Remove(goal);
    }

    public async Task ExportAsync(Guid account, ExportArchive archive, CancellationToken ct)
    {
        if (await db.StudyGoals.AsNoTracking().SingleOrDefaultAsync(g => g.OwnerId == account, ct) is not { } goal) return;
        await archive.AddJsonAsync("goal.json", new { goal.ExamDate, goal.MinutesADay, goal.Exam, goal.At }, ct);
        await archive.AddTextAsync("备考目标.md", FormattableString.Invariant(
            $"# 备考目标\n\n- 考试日期：{goal.ExamDate?.ToString("yyyy-MM-dd") ?? "没填"}\n- 每天几分钟：{goal.MinutesADay?.ToString() ?? "没填"}\n- 考哪一类：{(goal.Exam.Length > 0 ? goal.Exam : "没填")}\n"), ct);
    }

    public async Task<IReadOnlyList<string>> TellDeletionAsync(Guid account, CancellationToken ct) =>
        await db.StudyGoals.AnyAsync(g => g.OwnerId == account, ct) ? ["考试日期、每天的分钟数和考试类别会删除。"] : [];

    public Task DeleteAsync(Guid owner, CancellationToken ct) => db.StudyGoals.Where(g => g.OwnerId == owner).ExecuteDeleteAsync(ct);
}
