using System.Runtime.CompilerServices;
using InterviewPrep.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>The questions that every save and every practice page asks, compiled once: building them anew took as long as their answers. A compiled query belongs to one model.</summary>
internal sealed class SaveQueries
{
    private static readonly ConditionalWeakTable<IModel, SaveQueries> ByModel = [];

    private readonly Func<AppDb, Guid, Guid, CancellationToken, Task<Draft?>> draft = EF.CompileAsyncQuery((AppDb db, Guid owner, Guid id, CancellationToken ct) =>
        db.Set<Draft>().Include(d => d.QuestionRevision).SingleOrDefault(d => d.OwnerId == owner && d.Id == id));

    private readonly Func<AppDb, Guid, CancellationToken, Task<DraftVersion?>> latest = EF.CompileAsyncQuery((AppDb db, Guid id, CancellationToken ct) =>
        db.Set<DraftVersion>().Where(v => v.DraftId == id && !v.IsAside).OrderByDescending(v => v.Id).FirstOrDefault());

    private readonly Func<AppDb, Guid, CancellationToken, Task<long>> bytes = EF.CompileAsyncQuery((AppDb db, Guid owner, CancellationToken ct) =>
        db.Set<Draft>().Where(d => d.OwnerId == owner).SelectMany(d => d.Versions).Sum(v => (long)v.Bytes));

    private readonly Func<AppDb, Guid, string, CancellationToken, Task<Draft?>> last = EF.CompileAsyncQuery((AppDb db, Guid owner, string slug, CancellationToken ct) =>
        db.Set<Draft>().AsNoTracking().Where(d => d.OwnerId == owner && d.DeletedAt == null && d.Question.Slug == slug).OrderBy(d => d.FinishedAt != null).ThenByDescending(d => d.Number).FirstOrDefault());

    /// <summary>A person's draft with the question that it answers, deleted or not.</summary>
    public static Task<Draft?> DraftAsync(AppDb db, Guid owner, Guid id, CancellationToken ct) => Of(db).draft(db, owner, id, ct);

    /// <summary>The newest version that was acknowledged.</summary>
    public static Task<DraftVersion?> LatestAsync(AppDb db, Guid draft, CancellationToken ct) => Of(db).latest(db, draft, ct);

    /// <summary>Bytes of everything that a person has written, the bin included.</summary>
    public static Task<long> BytesAsync(AppDb db, Guid owner, CancellationToken ct) => Of(db).bytes(db, owner, ct);

    /// <summary>A person's draft of a question that is not finished, else the last finished one.</summary>
    public static Task<Draft?> LastAsync(AppDb db, Guid owner, string slug, CancellationToken ct) => Of(db).last(db, owner, slug, ct);

    private static SaveQueries Of(AppDb db) => ByModel.GetValue(db.Model, _ => new SaveQueries());
}
