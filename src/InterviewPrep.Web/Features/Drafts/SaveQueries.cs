using System.Runtime.CompilerServices;
using InterviewPrep.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>The questions that every save asks, compiled once: building them anew took as long as their answers. A compiled query belongs to one model.</summary>
internal sealed class SaveQueries
{
    private static readonly ConditionalWeakTable<IModel, SaveQueries> ByModel = [];

    private readonly Func<AppDb, Guid, Guid, CancellationToken, Task<Draft?>> draft = EF.CompileAsyncQuery((AppDb db, Guid owner, Guid id, CancellationToken ct) =>
        db.Set<Draft>().Include(d => d.QuestionRevision).SingleOrDefault(d => d.OwnerId == owner && d.Id == id));

    private readonly Func<AppDb, Guid, CancellationToken, Task<DraftVersion?>> latest = EF.CompileAsyncQuery((AppDb db, Guid id, CancellationToken ct) =>
        db.Set<DraftVersion>().Where(v => v.DraftId == id && !v.IsAside).OrderByDescending(v => v.Id).FirstOrDefault());

    /// <summary>A person's draft with the question that it answers, deleted or not.</summary>
    public static Task<Draft?> DraftAsync(AppDb db, Guid owner, Guid id, CancellationToken ct) => Of(db).draft(db, owner, id, ct);

    /// <summary>The newest version that was acknowledged.</summary>
    public static Task<DraftVersion?> LatestAsync(AppDb db, Guid draft, CancellationToken ct) => Of(db).latest(db, draft, ct);

    private static SaveQueries Of(AppDb db) => ByModel.GetValue(db.Model, _ => new SaveQueries());
}
