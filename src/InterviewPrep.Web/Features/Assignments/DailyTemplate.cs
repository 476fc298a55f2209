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

    /// <summary>An assignment for each day from the first on. What is late counts until the model answer shows.</summary>
    /// <param name="questions">The questions of the list as they are now; one that is no longer to be had is left out, without a gap.</param>
    public IReadOnlyList<Assignment> Change(Guid classId, DateOnly firstDay, IReadOnlyList<QuestionRevision> questions, TimeZoneInfo zone, Guid by, DateTimeOffset now)
    {
        var series = Guid.CreateVersion7();
        var days = Days(firstDay).GetEnumerator();
        var assignments = new List<Assignment>();
        foreach (var question in QuestionIds.Select(id => questions.FirstOrDefault(q => q.QuestionId == id)).OfType<QuestionRevision>())
        {
            days.MoveNext();
            var (day, next) = (days.Current, days.Current.AddDays(1));
            var reveal = WallClock.Instant(next.ToDateTime(OpensAt), zone);
            var due = WallClock.Instant((DueAt > OpensAt ? day : next).ToDateTime(DueAt), zone);
            var plan = new AssignmentPlan($"{Name} · {day:M月d日}", "", Pace.Free, 0, false, WallClock.Instant(day.ToDateTime(OpensAt), zone), due,
                due < reveal.AddMinutes(-1) ? reveal.AddMinutes(-1) : due, 1, Reveal.AtTime, reveal, false);
            assignments.Add(new Assignment(classId, plan, [question], null, by, now).InSeries(series));
        }
        return assignments;
    }

    private IEnumerable<DateOnly> Days(DateOnly first)
    {
        for (var day = first; ; day = day.AddDays(1))
        {
            if (!SkipsWeekends || day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) yield return day;
        }
    }
}
