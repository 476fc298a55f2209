using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Assignments;

/// <summary>What a person handed in, and the calendar and the question lists that are theirs. Their marks are told by the room that marks.</summary>
public sealed class AssignmentPersonalData(AppDb db) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers => [typeof(CalendarFeed), typeof(DailyTemplate)];

    /// <summary>A visitor is in no class.</summary>
    public Task TransferAsync(Guid visitor, Guid account, CancellationToken ct) => Task.CompletedTask;

    /// <summary>Handed-in work goes out together with its marks.</summary>
    public Task ExportAsync(Guid account, ExportArchive archive, CancellationToken ct) => Task.CompletedTask;

    public async Task<IReadOnlyList<string>> TellDeletionAsync(Guid account, CancellationToken ct) =>
        await db.Submissions.CountAsync(s => s.LearnerId == account, ct) is > 0 and var count
            ? [$"交给老师的 {count} 份作业，连同批改和评语，都会删除，老师那边也看不到了。名单上的名字由老师保留。"] : [];

    /// <summary>Rows that hang on the account go with it.</summary>
    public Task DeleteAsync(Guid account, CancellationToken ct) => Task.CompletedTask;
}
