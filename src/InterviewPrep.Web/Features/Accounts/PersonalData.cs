namespace InterviewPrep.Web.Features.Accounts;

/// <summary>
/// What one feature keeps about a person. A feature with rows of its own that belong to a person implements it and registers it
/// beside the others; a test finds tables with an owner that nobody covers.
/// </summary>
public interface IPersonalData
{
    /// <summary>The entity types that this covers.</summary>
    IReadOnlyCollection<Type> Covers { get; }

    /// <summary>Hands what a visitor kept to an account: nothing lost, nothing double. Changes are tracked; the caller saves.</summary>
    Task ClaimAsync(Guid visitor, Guid account, CancellationToken ct);
}
