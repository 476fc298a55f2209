using InterviewPrep.Web.Features.Questions;
using InterviewPrep.Web.Site;

namespace InterviewPrep.Web.Features.Assignments;

/// <summary>每日一练: a list of questions, one a day; the model answer is shown the next day. Can be set for any class.</summary>
public sealed class DailyTemplate
{
    private DailyTemplate()
    {
    }

    public DailyTemplate(Guid ownerId, string name, DateTimeOffset now)
    {
        (Id, OwnerId, CreatedAt) = (Guid.CreateVersion7(), ownerId, now);
        Change(name, [], new TimeOnly(6, 0), new TimeOnly(22, 0), skipsWeekends: false);
    }

    public Guid Id { get; private set; }

    public Guid OwnerId { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Ids of the questions, in order.</summary>
    public IReadOnlyList<int> QuestionIds { get; private set; } = [];

    /// <summary>Local time of the site.</summary>
    public TimeOnly OpensAt { get; private set; }

    public TimeOnly DueAt { get; private set; }

    public bool SkipsWeekends { get; private set; }

    public void Change(string name, IReadOnlyList<int> questionIds, TimeOnly opensAt, TimeOnly dueAt, bool skipsWeekends) =>
        (Name, QuestionIds, OpensAt, DueAt, SkipsWeekends) = (name.Trim(), questionIds, opensAt, dueAt, skipsWeekends);

    /// <summary>The days of the list from the first on, with the id of the question of each.</summary>
    /// <param name="known">Ids of the questions that are still to be had; others are left out, without a gap.</param>
    /// <param name="leftOut">Days on which the class does not practise.</param>
    public IReadOnlyList<(DateOnly Day, int QuestionId)> DaysFrom(DateOnly firstDay, IReadOnlyCollection<int> known, IReadOnlyCollection<DateOnly> leftOut) =>
        [.. DailySeries.Days(firstDay, SkipsWeekends).Where(d => !leftOut.Contains(d)).Zip(QuestionIds.Where(known.Contains))];

    /// <summary>Sets the list for a class: an assignment for each day. What is late counts until the model answer shows.</summary>
    /// <param name="questions">The questions of the list as they are now.</param>
    public IReadOnlyList<Assignment> SetFor(DailySeries series, IEnumerable<(DateOnly Day, QuestionRevision Question)> questions, TimeZoneInfo zone, Guid by, DateTimeOffset now)
    {
        DateTimeOffset At(DateOnly day, TimeOnly clock) => WallClock.Instant(day.ToDateTime(clock), zone);
        Assignment Of(DateOnly day, QuestionRevision question)
        {
            var next = day.AddDays(1);
            var (due, reveal) = (At(DueAt > OpensAt ? day : next, DueAt), At(next, OpensAt));
            var plan = new AssignmentPlan($"{Name} · {DailySeries.DayInTitle(day)}", "", Pace.Free, 0, false, At(day, OpensAt), due,
                due < reveal.AddMinutes(-1) ? reveal.AddMinutes(-1) : due, 1, Reveal.AtTime, reveal, false);
            return new Assignment(series.ClassId, plan, [question], null, by, now).InSeries(series);
        }
        return [.. questions.Select(q => Of(q.Day, q.Question))];
    }
}
