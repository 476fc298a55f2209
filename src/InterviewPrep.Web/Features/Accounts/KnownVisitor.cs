namespace InterviewPrep.Web.Features.Accounts;

/// <summary>A visitor whose browser came back on a later day: the last day on which it did.</summary>
public sealed class KnownVisitor(Guid id, DateTimeOffset seenAt)
{
    /// <summary>The id in the visitor's cookie, which owns drafts and progress.</summary>
    public Guid Id { get; private set; } = id;

    public DateTimeOffset SeenAt { get; private set; } = seenAt;
}
