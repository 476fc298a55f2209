using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Questions;

/// <summary>The questions that a person wrote.</summary>
public sealed class QuestionPersonalData(AppDb db, TimeProvider time) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers => [typeof(Question)];

    /// <summary>A visitor writes no questions.</summary>
    public Task TransferAsync(Guid visitor, Guid account, CancellationToken ct) => Task.CompletedTask;

    public async Task ExportAsync(Guid account, ExportArchive archive, CancellationToken ct) =>
        await archive.AddJsonAsync("questions.json", new
        {
            Questions = await db.QuestionRevisions.AsNoTracking().Where(r => r.Question.OwnerId == account && r.Number == r.Question.RevisionNumber)
                .Select(r => new { r.Question.Slug, r.Question.Title, r.Prompt }).ToListAsync(ct),
        }, ct);

    public async Task<IReadOnlyList<string>> TellDeletionAsync(Guid account, CancellationToken ct) =>
        await db.Questions.CountAsync(q => q.OwnerId == account, ct) is > 0 and var own ? [$"您出的 {own} 道题：只给自己看的不再出现；给班级或全站的留在题库，不再署您。"] : [];

    /// <summary>Questions that others use stay, without an owner.</summary>
    public async Task DeleteAsync(Guid account, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await db.Questions.Where(q => q.OwnerId == account && q.Visibility == QuestionVisibility.Private)
            .ExecuteUpdateAsync(q => q.SetProperty(x => x.RetiredAt, now), ct);
        await db.Questions.Where(q => q.OwnerId == account).ExecuteUpdateAsync(q => q.SetProperty(x => x.OwnerId, (Guid?)null), ct);
    }
}
