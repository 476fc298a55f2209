using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Questions;

/// <summary>The questions that a person wrote, in whatever state: sketches, those in force, retired ones.</summary>
public sealed class QuestionPersonalData(AppDb db, IEnumerable<IQuestionUse> uses, TimeProvider time) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers => [typeof(Question)];

    /// <summary>A visitor writes no questions.</summary>
    public Task TransferAsync(Guid visitor, Guid account, CancellationToken ct) => Task.CompletedTask;

    public async Task ExportAsync(Guid account, ExportArchive archive, CancellationToken ct)
    {
        var questions = await db.Questions.AsNoTracking().AsSplitQuery().OwnedBy(account).OrderBy(q => q.Id)
            .Include(q => q.Revisions.OrderBy(r => r.Number)).ThenInclude(r => r.Points.OrderBy(p => p.Order)).Include(q => q.Revisions).ThenInclude(r => r.Answers.OrderBy(a => a.Order)).ToListAsync(ct);
        await archive.AddJsonAsync("questions.json", new
        {
            Questions = questions.Select(q => new
            {
                q.Slug,
                q.Title,
                q.State,
                q.Visibility,
                q.RetiredAt,
                q.SketchedAt,
                Sketch = q.Sketch.Length > 0 ? OwnQuestionForm.FromSketch(q.Sketch) : null,
                Revisions = q.Revisions.Select(r => new { r.Number, r.CreatedAt, Content = OwnQuestionForm.From(r, q) }),
            }),
        }, ct);
    }

    public async Task<IReadOnlyList<string>> TellDeletionAsync(Guid account, CancellationToken ct) =>
        await db.Questions.CountAsync(q => q.OwnerId == account, ct) is > 0 and var own ? [$"您出的 {own} 道题：没有生效的、只给自己看又没有人用过的会删除；作业里用过的和给班级或全站的留着，不再署您。"] : [];

    /// <summary>Questions that others use stay, without an owner; what was typed and is not in force goes.</summary>
    public async Task DeleteAsync(Guid owner, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var own = db.Questions.OwnedBy(owner);
        // A question that is not in the bank is seen in assignments only.
        var hidden = await own.Where(q => q.RevisionNumber == 0 || q.Visibility == QuestionVisibility.Private).Select(q => q.Id).ToListAsync(ct);
        var used = new HashSet<int>();
        foreach (var use in uses) used.UnionWith(await use.Used.Where(id => hidden.Contains(id)).Distinct().ToListAsync(ct));
        hidden.RemoveAll(used.Contains);
        await db.Questions.Where(q => hidden.Contains(q.Id)).ExecuteDeleteAsync(ct);
        await own.Where(q => q.Visibility == QuestionVisibility.Private).ExecuteUpdateAsync(q => q.SetProperty(x => x.RetiredAt, now), ct);
        await own.ExecuteUpdateAsync(q => q.SetProperty(x => x.OwnerId, (Guid?)null).SetProperty(x => x.Sketch, "").SetProperty(x => x.SketchedAt, (DateTimeOffset?)null), ct);
    }
}
