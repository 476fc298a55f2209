using InterviewPrep.Web.Features.Classes;
using InterviewPrep.Web.Features.Questions;
using InterviewPrep.Web.Site;

namespace InterviewPrep.Web.Features.Assignments;

/// <summary>Questions that a class answers by a time. Its marks are seen by learners only while it has a <see cref="Release"/>.</summary>
public sealed class Assignment
{
    private Assignment()
    {
    }

    /// <param name="questions">Revisions as they are now: everybody answers these, whatever becomes of the questions.</param>
    /// <param name="paper">Slug of the paper that the questions come from, or null.</param>
    public Assignment(Guid classId, AssignmentPlan plan, IEnumerable<QuestionRevision> questions, string? paper, Guid by, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7();
        (ClassId, Paper, CreatedById, CreatedAt) = (classId, paper, by, now);
        Set(plan, now);
        Questions = [.. questions.Select((q, i) => new AssignmentQuestion(i + 1, q.QuestionId, q.Id, RubricDefaults.For(q.Elements), by, now))];
    }

    public Guid Id { get; private set; }

    public Guid ClassId { get; private set; }

    public SchoolClass Class { get; private set; } = null!;

    public string Title { get; private set; } = "";

    public string Note { get; private set; } = "";

    public string? Paper { get; private set; }

    /// <summary>The series of 每日一练 that it belongs to, or null.</summary>
    public Guid? SeriesId { get; private set; }

    public DailySeries? Series { get; private set; }

    /// <summary>Counts the changes of its terms, from 1; of two teachers who save at one moment the second is told.</summary>
    public int Revision { get; private set; }

    /// <summary>When its terms were changed last.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    public Guid CreatedById { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public Pace Pace { get; private set; }

    public int Minutes { get; private set; }

    public bool TakesRecording { get; private set; }

    public DateTimeOffset OpensAt { get; private set; }

    public DateTimeOffset DueAt { get; private set; }

    public DateTimeOffset CutOffAt { get; private set; }

    public int MostAttempts { get; private set; }

    public Reveal Reveal { get; private set; }

    public DateTimeOffset? RevealAt { get; private set; }

    public bool IsAnonymous { get; private set; }

    /// <summary>Null while names are hidden from the markers.</summary>
    public AnonymityLift? AnonymityLift { get; private set; }

    /// <summary>Null while no learner sees marks.</summary>
    public Release? Release { get; private set; }

    public ICollection<AssignmentQuestion> Questions { get; private set; } = [];

    public ICollection<Extension> Extensions { get; } = [];

    /// <summary>True while markers must see numbers instead of names, on every page and in every file.</summary>
    public bool HidesNames => IsAnonymous && AnonymityLift is null;

    public AssignmentPlan Plan => new(Title, Note, Pace, Minutes, TakesRecording, OpensAt, DueAt, CutOffAt, MostAttempts, Reveal, RevealAt, IsAnonymous);

    /// <summary>The times as they hold for a learner with or without an extension.</summary>
    public LearnerDeadlines DeadlinesFor(Extension? extension)
    {
        var later = TimeSpan.FromMinutes((extension?.LaterMinutes ?? 0) + (extension?.ExtraMinutes ?? 0));
        return new LearnerDeadlines(OpensAt, DueAt + later, CutOffAt + later, Pace == Pace.Timed ? Minutes + (extension?.ExtraMinutes ?? 0) : 0);
    }

    /// <summary>True while its model answers are kept back from a learner; Release must be loaded.</summary>
    /// <param name="attempts">The learner's own.</param>
    public bool Withholds(Extension? extension, IReadOnlyCollection<Attempt> attempts, DateTimeOffset now)
    {
        var isAtWork = attempts.Any(t => t.ClosedAt is null && now < t.EndsAt);
        if (isAtWork && Pace == Pace.Timed) return true;
        // Who was given more time may still hand in when the others see the answer.
        var mayHandIn = now < DeadlinesFor(extension).ClosesAt && attempts.All(t => t.HandedInAt is null);
        return Reveal switch
        {
            Reveal.Never => true,
            Reveal.AfterRelease => Release is null,
            Reveal.AtTime => now < RevealAt || mayHandIn && extension is { IsGiven: true },
            _ => mayHandIn,
        };
    }

    /// <summary>Why a plan cannot replace the present one once somebody has begun; null where it can.</summary>
    public string? ValidateChange(AssignmentPlan plan, bool begun) =>
        !begun ? null
        : plan.Pace != Pace ? "已有学员开始作答，限时与否不能再改。"
        : plan.IsAnonymous != IsAnonymous ? "已有学员开始作答，匿名与否不能再改；要看姓名请拆封。"
        : null;

    /// <summary>Sets new terms; afterwards running attempts must be <see cref="Attempt.Retime"/>d.</summary>
    public void Change(AssignmentPlan plan, bool begun, DateTimeOffset now)
    {
        if (ValidateChange(plan, begun) is { } reason) throw new InvalidOperationException(reason);
        Set(plan, now);
    }

    /// <summary>Moves a day of 每日一练, with all its times and the day in its title, to another day.</summary>
    public void MoveTo(DateOnly day, TimeZoneInfo zone, DateTimeOffset now)
    {
        var from = WallClock.Day(OpensAt, zone);
        var days = day.DayNumber - from.DayNumber;
        var title = Title.Replace(DailySeries.DayInTitle(from), DailySeries.DayInTitle(day), StringComparison.Ordinal);
        Set(Plan.Moved(at => WallClock.AddDays(at, days, zone)) with { Title = title }, now);
    }

    /// <summary>Gives one learner more time: the deadline and the cut-off move together with the minutes.</summary>
    /// <param name="laterMinutes">By how much the deadline moves.</param>
    /// <param name="extraMinutes">Minutes more for a timed attempt; the deadline moves by these too.</param>
    public Extension Extend(Guid learnerId, int laterMinutes, int extraMinutes, string reason, Guid by, DateTimeOffset now)
    {
        var extension = Extensions.FirstOrDefault(e => e.LearnerId == learnerId);
        if (extension is null) Extensions.Add(extension = new Extension(learnerId));
        extension.Set(laterMinutes, extraMinutes, reason, by, now);
        return extension;
    }

    /// <summary>Shows the names to the markers, for good.</summary>
    /// <returns>The line for the log; null where the names are shown already.</returns>
    public ClassEvent? LiftAnonymity(Guid by, DateTimeOffset now)
    {
        if (!HidesNames) return null;
        AnonymityLift = new AnonymityLift(by, now);
        return new ClassEvent(ClassId, Id, by, ClassEventKind.AnonymityLifted, Title, now);
    }

    /// <summary>Shows marks and remarks to all learners at once.</summary>
    /// <param name="appealsUntil">Until when 复核 may be asked for.</param>
    /// <returns>The line for the log; null where they are shown already.</returns>
    public ClassEvent? ReleaseMarks(DateTimeOffset appealsUntil, Guid by, DateTimeOffset now)
    {
        if (Release is not null) return null;
        Release = new Release(appealsUntil, by, now);
        return new ClassEvent(ClassId, Id, by, ClassEventKind.Released, Title, now);
    }

    /// <summary>Hides marks and remarks again, everywhere.</summary>
    public ClassEvent? TakeBackRelease(Guid by, DateTimeOffset now)
    {
        if (Release is null) return null;
        Release = null;
        return new ClassEvent(ClassId, Id, by, ClassEventKind.ReleaseTakenBack, Title, now);
    }

    /// <summary>The same assignment for another class (or this one), so many weeks later on the same weekday at the same local time; rubrics come along.</summary>
    /// <remarks>Questions with their rubrics must be loaded.</remarks>
    public Assignment CopyTo(Guid classId, int weeks, TimeZoneInfo zone, Guid by, DateTimeOffset now)
    {
        var copy = new Assignment { Id = Guid.CreateVersion7(), ClassId = classId, Paper = Paper, CreatedById = by, CreatedAt = now };
        copy.Set(Plan.Moved(at => WallClock.AddWeeks(at, weeks, zone)), now);
        copy.Questions = [.. Questions.OrderBy(q => q.Order).Select(q => new AssignmentQuestion(q.Order, q.QuestionId, q.QuestionRevisionId, q.Rubric.Elements, by, now))];
        return copy;
    }

    internal Assignment InSeries(DailySeries series)
    {
        SeriesId = series.Id;
        return this;
    }

    private void Set(AssignmentPlan plan, DateTimeOffset now)
    {
        (Revision, ChangedAt) = (Revision + 1, now);
        (Title, Note, Pace, Minutes, TakesRecording) = (plan.Title.Trim(), plan.Note.Trim(), plan.Pace, plan.Pace == Pace.Timed ? plan.Minutes : 0, plan.TakesRecording);
        (OpensAt, DueAt, CutOffAt, MostAttempts) = (plan.OpensAt, plan.DueAt, plan.CutOffAt, plan.MostAttempts);
        (Reveal, RevealAt, IsAnonymous) = (plan.Reveal, plan.Reveal == Reveal.AtTime ? plan.RevealAt : null, plan.IsAnonymous);
    }
}
