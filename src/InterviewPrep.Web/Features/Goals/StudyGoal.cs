namespace InterviewPrep.Web.Features.Goals;

/// <summary>What a person prepares for （备考目标）： the day of the exam, the minutes of a day, the kind of exam. Each may be unknown.</summary>
public sealed class StudyGoal(Guid ownerId)
{
    /// <summary>Minutes a day where the person has not said how many.</summary>
    public const int UsualMinutes = 30;

    /// <summary>Minutes a day that one may choose.</summary>
    public static readonly IReadOnlyList<int> MinuteChoices = [15, 30, 45, 60];

    public int Id { get; private set; }

    public Guid OwnerId { get; private set; } = ownerId;

    public DateOnly? ExamDate { get; private set; }

    public int? MinutesADay { get; private set; }

    /// <summary>Of <see cref="Content.Exams"/>; empty where it is not settled.</summary>
    public string Exam { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public void Set(DateOnly? examDate, int? minutesADay, string exam, DateTimeOffset now) =>
        (ExamDate, MinutesADay, Exam, At) = (examDate, minutesADay, exam, now);

    /// <summary>Hands the goal to the account of the visitor.</summary>
    public void GiveTo(Guid owner) => OwnerId = owner;

    /// <summary>Takes over another goal of the same person: what was said last stands, what only one says stays.</summary>
    public void Absorb(StudyGoal other)
    {
        var (newer, older) = other.At > At ? (other, this) : (this, other);
        Set(newer.ExamDate ?? older.ExamDate, newer.MinutesADay ?? older.MinutesADay, newer.Exam.Length > 0 ? newer.Exam : older.Exam, newer.At);
    }
}
