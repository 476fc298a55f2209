namespace InterviewPrep.Web.Features.Drafts;

/// <summary>Self-score: the expected points that the learner found in the own answer.</summary>
public sealed class SelfScore
{
    private SelfScore()
    {
    }

    public SelfScore(IReadOnlyList<string> ticks, int earned, int total, DateTimeOffset now) => Change(ticks, earned, total, now);

    public Guid DraftId { get; private set; }

    /// <summary>Ids of the points found.</summary>
    public IReadOnlyList<string> Ticks { get; private set; } = [];

    /// <summary>Sum of the weights of the expected points found.</summary>
    public int Earned { get; private set; }

    /// <summary>Sum of the weights of all expected points.</summary>
    public int Total { get; private set; }

    public DateTimeOffset At { get; private set; }

    public void Change(IReadOnlyList<string> ticks, int earned, int total, DateTimeOffset now) =>
        (Ticks, Earned, Total, At) = (ticks, earned, total, now);
}
