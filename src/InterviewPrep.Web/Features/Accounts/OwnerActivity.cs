namespace InterviewPrep.Web.Features.Accounts;

/// <summary>When an owner, an account or a visitor, last kept something.</summary>
public sealed class OwnerActivity
{
    public required Guid OwnerId { get; init; }

    public required DateTimeOffset At { get; init; }
}
