using InterviewPrep.Web.Data;
using InterviewPrep.Web.Site;

namespace InterviewPrep.Web.Features.Assignments.Daily;

/// <summary>A question of a list as it is now.</summary>
public sealed record DailyQuestion(int Id, string Slug, string Title, string Type);

/// <summary>A day from the first to the last of a list.</summary>
/// <param name="Question">Null where the class does not practise.</param>
/// <param name="IsWeekend">True for a weekend of a list that leaves weekends out.</param>
public sealed record DailyDay(DateOnly Day, DailyQuestion? Question, bool IsWeekend);

/// <summary>What a list of 每日一练 means for a class: which question on which day.</summary>
public sealed record DailyCalendar(IReadOnlyList<DailyDay> Days)
{
    public static readonly DailyCalendar Empty = new([]);

    public int Questions => Days.Count(d => d.Question is not null);

    public static DailyCalendar Of(DailyTemplate template, DateOnly firstDay, IReadOnlyList<DailyQuestion> questions, IReadOnlyCollection<DateOnly> leftOut)
    {
        var known = questions.ToDictionary(q => q.Id);
        var practised = template.DaysFrom(firstDay, known.Keys, [.. leftOut]).ToDictionary(d => d.Day, d => known[d.QuestionId]);
        var last = practised.Keys.Max();
        return new([.. Enumerable.Range(0, last.DayNumber - firstDay.DayNumber + 1).Select(firstDay.AddDays)
            .Select(day => new DailyDay(day, practised.GetValueOrDefault(day), template.SkipsWeekends && DailySeries.IsWeekend(day)))]);
    }

    /// <summary>Sets the days for a class; a second time under the same key changes nothing.</summary>
    public async Task SetAsync(AppDb db, DailyTemplate template, Guid classId, Guid key, SiteTime time, Guid by, CancellationToken ct)
    {
        var revisions = (await db.CurrentRevisionsAsync([.. Days.Select(d => d.Question).OfType<DailyQuestion>().Select(q => q.Slug)], by, ct)).ToDictionary(r => r.QuestionId);
        var series = db.Add(new DailySeries(key, classId, template.Name, template.SkipsWeekends, by, time.Now)).Entity;
        db.AddRange(template.SetFor(series, from day in Days where day.Question is not null && revisions.ContainsKey(day.Question.Id) select (day.Day, revisions[day.Question!.Id]), time.Zone, by, time.Now));
        await db.SaveUnlessThereAsync(ct);
    }
}
