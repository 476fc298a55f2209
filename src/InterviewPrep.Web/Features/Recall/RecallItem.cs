namespace InterviewPrep.Web.Features.Recall;

/// <summary>A scoring point that a learner has missed in one kind of question （漏点）， and how well it is remembered.</summary>
public sealed class RecallItem
{
    private RecallItem()
    {
    }

    /// <param name="framework">Slug of the frame.</param>
    /// <param name="point">Id of the point.</param>
    /// <param name="type">Type of the question in which it was missed.</param>
    public RecallItem(Guid ownerId, string framework, string point, string type) =>
        (OwnerId, Framework, Point, Type) = (ownerId, framework, point, type);

    public int Id { get; private set; }

    public Guid OwnerId { get; private set; }

    public string Framework { get; private set; } = "";

    public string Point { get; private set; } = "";

    public string Type { get; private set; } = "";

    /// <summary>Slug of the question in which it was missed last; it is asked about in another one.</summary>
    public string MissedIn { get; private set; } = "";

    /// <summary>See <see cref="Memory.Stability"/>.</summary>
    public double Stability { get; private set; }

    /// <summary>See <see cref="Memory.Difficulty"/>; 0 before the first grade.</summary>
    public double Difficulty { get; private set; }

    /// <summary>The day from which it is asked again.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>The day of the last grade, or null.</summary>
    public DateOnly? GradedOn { get; private set; }

    /// <summary>How often it was graded; decides which question comes next.</summary>
    public int Repetitions { get; private set; }

    /// <summary>Rises with each change, so that two tabs cannot grade one state twice.</summary>
    public int Revision { get; private set; }

    public ICollection<RecallAnswer> Answers { get; } = [];

    private Memory? Memory => Difficulty > 0 ? new Memory(Stability, Difficulty) : null;

    /// <summary>Chance to recall it on a day, 0 to 1; 0 for what was never graded.</summary>
    public double RetrievabilityOn(DateOnly day) => Memory is { } memory ? Fsrs.Retrievability(memory, DaysUntil(day)) : 0;

    /// <summary>The day on which it would be due after each grade given today.</summary>
    /// <param name="exam">The day of the exam, where it is known: what would come later comes on the day before.</param>
    public IReadOnlyDictionary<RecallGrade, DateOnly> DueAfter(DateOnly today, DateOnly? exam) =>
        Fsrs.Choices(Memory, DaysUntil(today)).ToDictionary(c => c.Key, c => Before(exam, today, today.AddDays(c.Value.Days)));

    /// <summary>Grades an exercise.</summary>
    /// <param name="key">Key of the form: the same answer sent twice counts once.</param>
    public RecallAnswer Answer(Guid key, string question, string text, RecallGrade grade, DateOnly today, DateOnly? exam, DateTimeOffset now)
    {
        var answer = new RecallAnswer(key, this, question, text, grade, now);
        Answers.Add(answer);
        Grade(grade, today, exam);
        return answer;
    }

    /// <summary>The point was missed in a whole answer: from tomorrow on it is asked in another question.</summary>
    public void Miss(string question, DateOnly today, DateOnly? exam)
    {
        MissedIn = question;
        if (GradedOn != today) Grade(RecallGrade.Again, today, exam);
    }

    /// <summary>The point was made in a whole answer, without being asked for.</summary>
    public void Make(DateOnly today, DateOnly? exam)
    {
        if (GradedOn != today) Grade(RecallGrade.Good, today, exam);
    }

    /// <summary>True where nothing but today's self-score of one question has made the item.</summary>
    public bool IsNewFrom(string question, DateOnly today) => Repetitions == 1 && GradedOn == today && MissedIn == question && Answers.Count == 0;

    /// <summary>Takes the last grade back.</summary>
    public void Undo(RecallAnswer last)
    {
        (Stability, Difficulty, DueOn, GradedOn) = (last.StabilityBefore, last.DifficultyBefore, last.DueBefore, last.GradedBefore);
        Repetitions--;
        Revision++;
        Answers.Remove(last);
    }

    /// <summary>Hands the item to the account of the visitor.</summary>
    public void GiveTo(Guid owner) => OwnerId = owner;

    private void Grade(RecallGrade grade, DateOnly today, DateOnly? exam)
    {
        var step = Fsrs.Choices(Memory, DaysUntil(today))[grade];
        (Stability, Difficulty) = step.Memory;
        DueOn = Before(exam, today, today.AddDays(step.Days));
        GradedOn = today;
        Repetitions++;
        Revision++;
    }

    private int DaysUntil(DateOnly day) => GradedOn is { } last ? Math.Max(0, day.DayNumber - last.DayNumber) : 0;

    private static DateOnly Before(DateOnly? exam, DateOnly today, DateOnly due) =>
        exam is { } day && due >= day && day.AddDays(-1) > today ? day.AddDays(-1) : due;
}
