namespace InterviewPrep.Web.Features.Lessons;

/// <summary>What a learner wrote for a lesson's 练一句, kept so that the example can be compared with it later.</summary>
public sealed class ExerciseAnswer(Guid ownerId, string lesson)
{
    /// <summary>Longest answer, in UTF-16 units: it is one sentence.</summary>
    public const int LongestText = 1000;

    public int Id { get; private set; }

    public Guid OwnerId { get; private set; } = ownerId;

    /// <summary>Slug of the lesson.</summary>
    public string Lesson { get; private set; } = lesson;

    public string Text { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public void Write(string text, DateTimeOffset now) => (Text, At) = (text, now);
}
