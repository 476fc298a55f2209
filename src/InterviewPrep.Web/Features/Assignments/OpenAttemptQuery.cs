using System.Runtime.CompilerServices;
using InterviewPrep.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace InterviewPrep.Web.Features.Assignments;

/// <summary>Whether a draft is written in an attempt that is open, as a query compiled once for each model.</summary>
internal sealed class OpenAttemptQuery
{
    private static readonly ConditionalWeakTable<IModel, OpenAttemptQuery> ByModel = [];

    private readonly Func<AppDb, Guid, CancellationToken, Task<bool>> any = EF.CompileAsyncQuery((AppDb db, Guid draft, CancellationToken ct) =>
        db.Set<Attempt>().Any(a => a.ClosedAt == null && a.Drafts.Any(d => d.DraftId == draft)));

    public static Task<bool> AnyAsync(AppDb db, Guid draft, CancellationToken ct) => ByModel.GetValue(db.Model, _ => new OpenAttemptQuery()).any(db, draft, ct);
}
