namespace InterviewPrep.Web.Features.Assignments;

/// <summary>An assignment's times as they hold for one learner.</summary>
/// <param name="Minutes">Minutes for all questions; 0 where the pace is free.</param>
public sealed record LearnerDeadlines(DateTimeOffset OpensAt, DateTimeOffset DueAt, DateTimeOffset CutOffAt, int Minutes)
{
    /// <summary>A deadline is set and shown in minutes, and lasts until its minute is over.</summary>
    private static readonly TimeSpan OwnMinute = TimeSpan.FromMinutes(1);

    /// <summary>What is handed in from here on is late.</summary>
    public DateTimeOffset LateFrom => DueAt + OwnMinute;

    /// <summary>From here on nothing is taken.</summary>
    public DateTimeOffset ClosesAt => CutOffAt + OwnMinute;

    /// <summary>When an attempt that began then must be over.</summary>
    public DateTimeOffset EndOf(DateTimeOffset startedAt) =>
        Minutes > 0 && startedAt.AddMinutes(Minutes) is var end && end < ClosesAt ? end : ClosesAt;
}
