namespace InterviewPrep.Web.Features.Lessons;

/// <summary>A learner has read a lesson to its end.</summary>
public sealed class LessonCompletion(Guid ownerId, string lesson, DateTimeOffset at)
{
    public int Id { get; private set; }

    public Guid OwnerId { get; private set; } = ownerId;

    /// <summary>Slug of the lesson.</summary>
    public string Lesson { get; private set; } = lesson;

    public DateTimeOffset At { get; private set; } = at;

    /// <summary>Hands the row to the account of the visitor who read the lesson.</summary>
    public void GiveTo(Guid owner) => OwnerId = owner;

    /// <summary>Takes over what another row says of the same lesson: the first reading counts.</summary>
    public void Absorb(LessonCompletion other) => At = other.At < At ? other.At : At;
}
