namespace InterviewPrep.Web.Features.Accounts;

/// <summary>The last day on which a returning visitor's browser was seen.</summary>
public sealed class KnownVisitor(Guid id, DateTimeOffset seenAt)
{
    /// <summary>The id in the visitor's cookie, which owns drafts and progress.</summary>
    public Guid Id { get; private set; } = id;

    public DateTimeOffset SeenAt { get; private set; } = seenAt;
}
