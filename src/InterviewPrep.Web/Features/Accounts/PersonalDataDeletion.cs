using InterviewPrep.Web.Data;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>Deletes everything that the rooms keep of one owner, all or nothing.</summary>
public sealed class PersonalDataDeletion(AppDb db, IEnumerable<IPersonalData> kept)
{
    /// <param name="before">What is saved in the same transaction, before anything goes.</param>
    public async Task RunAsync(Guid owner, Func<Task>? before, CancellationToken ct)
    {
        await using (var transaction = await db.Database.BeginTransactionAsync(ct))
        {
            if (before is not null) await before();
            foreach (var part in kept.AccountLast()) await part.DeleteAsync(owner, ct);
            await transaction.CommitAsync(ct);
        }
        foreach (var part in kept) part.Deleted();
    }
}
