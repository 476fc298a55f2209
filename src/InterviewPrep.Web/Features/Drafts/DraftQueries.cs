using InterviewPrep.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Drafts;

public static class DraftQueries
{
    /// <summary>All drafts of one person, deleted ones included; none for somebody without an id.</summary>
    public static IQueryable<Draft> OfOwner(this IQueryable<Draft> drafts, Guid? owner) => drafts.Where(d => owner != null && d.OwnerId == owner);

    /// <summary>The drafts of one person without deleted ones; none for somebody without an id.</summary>
    public static IQueryable<Draft> OwnedBy(this IQueryable<Draft> drafts, Guid? owner) => drafts.Where(d => d.OwnerId == owner && d.DeletedAt == null);

    /// <summary>The drafts of one person that can be brought back.</summary>
    public static IQueryable<Draft> DeletedBy(this IQueryable<Draft> drafts, Guid? owner) => drafts.Where(d => d.OwnerId == owner && d.DeletedAt != null);

    /// <summary>The number of a person's next draft of a question. Deleted drafts keep their number, so they count too.</summary>
    public static async Task<int> NextNumberAsync(this AppDb db, Guid owner, int questionId, CancellationToken ct) =>
        (await db.Drafts.OfOwner(owner).Where(d => d.QuestionId == questionId).MaxAsync(d => (int?)d.Number, ct) ?? 0) + 1;

    /// <summary>The drafts of one question, by slug.</summary>
    public static IQueryable<Draft> Answering(this IQueryable<Draft> drafts, string slug) => drafts.Where(d => d.Question.Slug == slug);

    /// <summary>What the server acknowledged as the text of drafts. Texts kept aside in a conflict were never that, so they are left out.</summary>
    public static IQueryable<DraftVersion> Acknowledged(this IQueryable<DraftVersion> versions) => versions.Where(v => !v.IsAside);

    /// <summary>The newest version that was acknowledged.</summary>
    public static Task<DraftVersion?> LatestVersionAsync(this AppDb db, Guid draft, CancellationToken ct) =>
        SaveQueries.LatestAsync(db, draft, ct);

    /// <summary>A person's draft of a question that is not finished, else the last finished one; null where there is none.</summary>
    public static Task<Draft?> LastDraftAsync(this AppDb db, Guid owner, string slug, CancellationToken ct) => SaveQueries.LastAsync(db, owner, slug, ct);

    /// <summary>Makes everybody else who would change these drafts wait for the end of the transaction.</summary>
    public static Task LockRowsAsync(this IQueryable<Draft> drafts, CancellationToken ct) => drafts.ExecuteUpdateAsync(set => set.SetProperty(d => d.Revision, d => d.Revision), ct);
}
