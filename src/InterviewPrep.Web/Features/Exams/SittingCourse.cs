namespace InterviewPrep.Web.Features.Exams;

/// <summary>
/// The clock of a sitting: rules and the instants at which phases began, and nothing else. Whatever asks it at whatever time gets the same
/// answer, so a page that was reloaded, asleep or on another device goes on with the same sitting.
/// </summary>
public sealed record SittingCourse(SittingRules Rules, IReadOnlyList<SittingMark> Marks)
{
    public SittingMark Current => Marks[^1];

    public bool IsOver => Current.Phase == SittingPhase.Ended;

    /// <summary>Counts the changes; a form that was rendered for an earlier one changes nothing.</summary>
    public int Step => Marks.Count;

    public bool IsLastQuestion => Current.Question >= Rules.Questions;

    /// <summary>When the phase ends by itself; null where it waits for the candidate.</summary>
    public DateTimeOffset? EndsAt => Next()?.At;

    /// <summary>When the shared time is used up, if nothing stops the clock; null where the clock stands or each question has its own.</summary>
    public DateTimeOffset? PoolEndsAt => Rules.SharesClock && Counts(Current) ? Current.At + Pool - UsedBefore(Marks.Count - 1) : null;

    /// <summary>Time of the shared clock that is left at an instant of the phase that runs.</summary>
    public TimeSpan PoolLeft(DateTimeOffset now) => Pool - UsedBefore(Marks.Count - 1) - (Counts(Current) ? now - Current.At : TimeSpan.Zero);

    private TimeSpan Pool => TimeSpan.FromMinutes(Rules.Minutes);

    /// <summary>True where the question can be read out once more.</summary>
    public bool CanHearAgain => Rules.IsHeard && Current.Phase == SittingPhase.Looking && Marks.Count(m => m.Phase == SittingPhase.Looking && m.Question == Current.Question) < 2;

    /// <summary>True where something can be added to the answer to a question.</summary>
    public bool CanSupplement(int question) => Current.Phase == SittingPhase.Between && question >= 1 && question <= Current.Question
        && (question == Current.Question || IsLastQuestion) && (Rules.SharesClock || AnswerLeft(question, Marks.Count) > TimeSpan.Zero);

    /// <summary>The same sitting with every change that the clock has made until an instant.</summary>
    public SittingCourse At(DateTimeOffset now)
    {
        var course = this;
        while (course.Next() is { } next && next.At <= now) course = course with { Marks = [.. course.Marks, next] };
        return course;
    }

    /// <summary>The candidate goes on: from looking to thinking, from answering to the end of the answer.</summary>
    public SittingCourse Advance(DateTimeOffset now) => IsOver ? this : With(After(Current, now) with { At = now });

    /// <summary>The candidate adds something to an answer.</summary>
    public SittingCourse Supplement(int question, DateTimeOffset now) => CanSupplement(question) ? With(new(SittingPhase.Answering, question, now)) : this;

    /// <summary>The candidate asks to hear the question once more.</summary>
    public SittingCourse HearAgain(DateTimeOffset now) => CanHearAgain ? With(Current with { At = now }) : this;

    /// <summary>The candidate ends it before the time is up.</summary>
    public SittingCourse End(DateTimeOffset now) => IsOver ? this : With(new(SittingPhase.Ended, Current.Question, now));

    /// <summary>How long a phase of a question has lasted in all, until an instant.</summary>
    public TimeSpan Spent(SittingPhase phase, int question, DateTimeOffset now) => Marks
        .Select((m, i) => m.Phase == phase && m.Question == question ? (i + 1 < Marks.Count ? Marks[i + 1].At : IsOver ? m.At : now) - m.At : TimeSpan.Zero)
        .Aggregate(TimeSpan.Zero, (sum, span) => sum + span);

    /// <summary>Time of the clock that was used, reading out not counted.</summary>
    public TimeSpan Used(DateTimeOffset now) => UsedBefore(Marks.Count - 1) + (Counts(Current) ? now - Current.At : TimeSpan.Zero);

    /// <summary>When somebody last spoke or could speak to a question; null where the time was up before.</summary>
    public bool HasAnswered(int question) => Marks.Any(m => m.Phase == SittingPhase.Answering && m.Question == question);

    private SittingCourse With(SittingMark mark) => this with { Marks = [.. Marks, mark] };

    /// <summary>What the clock does next, and when.</summary>
    private SittingMark? Next()
    {
        var (phase, question, at, _) = Current;
        DateTimeOffset? end = phase switch
        {
            SittingPhase.Reading => at + TimeSpan.FromMinutes(Rules.Reading),
            SittingPhase.Looking when Rules.IsHeard => at + TimeSpan.FromSeconds(Rules.Hearing[question - 1]),
            SittingPhase.Thinking when !Rules.SharesClock => at + TimeSpan.FromSeconds(Rules.Thinking),
            SittingPhase.Answering when !Rules.SharesClock => at + AnswerLeft(question, Marks.Count - 1),
            _ => null,
        };
        if (PoolEndsAt is { } over && (end is null || over <= end)) return new(SittingPhase.Ended, question, over, ByClock: true);
        return end is { } instant ? After(Current, instant) with { ByClock = true } : null;
    }

    private SittingMark After(SittingMark mark, DateTimeOffset at) => mark.Phase switch
    {
        SittingPhase.Drawn => Rules is { Reading: > 0, ReadsBefore: true } ? new(SittingPhase.Reading, 0, at) : new(SittingPhase.Entering, 0, at),
        SittingPhase.Entering when Rules is { Reading: > 0, ReadsBefore: false } => new(SittingPhase.Reading, 0, at),
        SittingPhase.Reading when Rules.ReadsBefore => new(SittingPhase.Entering, 0, at),
        SittingPhase.Entering or SittingPhase.Reading => new(SittingPhase.Looking, 1, at),
        SittingPhase.Looking => new(Rules.SharesClock || Rules.Thinking > 0 ? SittingPhase.Thinking : SittingPhase.Answering, mark.Question, at),
        SittingPhase.Thinking => new(SittingPhase.Answering, mark.Question, at),
        // After a supplement to an earlier question one stands where one stood.
        SittingPhase.Answering => new(SittingPhase.Between, Marks.Max(m => m.Question), at),
        SittingPhase.Between when mark.Question < Rules.Questions => new(SittingPhase.Looking, mark.Question + 1, at),
        _ => new(SittingPhase.Ended, mark.Question, at),
    };

    /// <summary>The clock runs from the first question on, but not while a question is read out.</summary>
    private bool Counts(SittingMark mark) => mark.Phase switch
    {
        SittingPhase.Looking => !Rules.IsHeard,
        SittingPhase.Thinking or SittingPhase.Answering or SittingPhase.Between => true,
        _ => false,
    };

    private TimeSpan UsedBefore(int mark) => Marks.Take(mark).Select((m, i) => Counts(m) ? Marks[i + 1].At - m.At : TimeSpan.Zero).Aggregate(TimeSpan.Zero, (sum, span) => sum + span);

    /// <summary>Time of answering that a question of its own clock has left, by what was used before a mark.</summary>
    private TimeSpan AnswerLeft(int question, int before) => TimeSpan.FromSeconds(Rules.Answering) - Marks.Take(before)
        .Select((m, i) => m.Phase == SittingPhase.Answering && m.Question == question && i + 1 < Marks.Count ? Marks[i + 1].At - m.At : TimeSpan.Zero)
        .Aggregate(TimeSpan.Zero, (sum, span) => sum + span);
}
