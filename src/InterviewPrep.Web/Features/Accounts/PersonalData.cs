namespace InterviewPrep.Web.Features.Accounts;

/// <summary>
/// What one feature keeps about a person. A feature with rows of its own that belong to a person implements it and registers it
/// beside the others; a test finds tables with an owner that nobody covers.
/// </summary>
public interface IPersonalData
{
    /// <summary>The entity types that this covers, with what hangs on them.</summary>
    IReadOnlyCollection<Type> Covers { get; }

    /// <summary>Hands what a visitor kept to an account: nothing lost, nothing double. Changes are tracked; the caller saves.</summary>
    Task TransferAsync(Guid visitor, Guid account, CancellationToken ct);

    /// <summary>Gives everything out: as JSON for machines, as Markdown for people.</summary>
    Task ExportAsync(Guid account, ExportArchive archive, CancellationToken ct);

    /// <summary>What becomes of it when the account is deleted, in sentences said to the person beforehand; none where there is nothing.</summary>
    Task<IReadOnlyList<string>> TellDeletionAsync(Guid account, CancellationToken ct);

    /// <summary>Deletes it in whatever state it is, or takes the person's name off it. Runs inside the caller's transaction.</summary>
    /// <param name="owner">An account, or a visitor who does not come back.</param>
    Task DeleteAsync(Guid owner, CancellationToken ct);

    /// <summary>Removes what lies outside the database, once the deletion is certain.</summary>
    void Deleted()
    {
    }

    /// <summary>When visitors and accounts last kept something here; null where only accounts keep anything.</summary>
    IQueryable<OwnerActivity>? Activity => null;
}

public static class PersonalDataOrder
{
    /// <summary>The account goes last: rows of the others hang on it.</summary>
    public static IEnumerable<IPersonalData> AccountLast(this IEnumerable<IPersonalData> parts) => parts.OrderBy(p => p is AccountPersonalData);
}
