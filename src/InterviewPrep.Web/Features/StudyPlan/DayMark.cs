namespace InterviewPrep.Web.Features.StudyPlan;

/// <summary>A day in the row of days.</summary>
/// <param name="Class">full, part, rest, later, paper or exam; the shape that is drawn.</param>
/// <param name="Words">The same for who does not see the shape.</param>
public sealed record DayMark(DateOnly Day, string Class, string Words, bool IsToday)
{
    /// <summary>How many days stand in the row, and how many of them are over at most where more are to come.</summary>
    private const int Row = 10, Past = 3;

    private const int ShownWeeks = 5;

    /// <summary>As many kinds of things make a whole day of practice.</summary>
    private const int Whole = 2;

    public string Weekday => WeekdayOf(Day);

    public static string WeekdayOf(DateOnly day) => "日一二三四五六"[(int)day.DayOfWeek].ToString();

    /// <summary>Ten days around today, up to the exam where it is near.</summary>
    public static IReadOnlyList<DayMark> Around(StudyRecord record)
    {
        var active = record.Active;
        var since = active.Keys.Append(record.Today).Min();
        var first = record.Today.AddDays(-Past);
        if (record.DaysLeft is { } left && left < Row - Past) first = record.Today.AddDays(left - Row + 1);
        if (first < since) first = since;
        return [.. Enumerable.Range(0, Row).Select(first.AddDays).Select(d => Of(d, record, active.GetValueOrDefault(d)))];
    }

    /// <summary>The last weeks from Monday to Sunday, this one at the end.</summary>
    public static IReadOnlyList<IReadOnlyList<DayMark>> Weeks(StudyRecord record)
    {
        var active = record.Active;
        var monday = record.Today.AddDays(-(((int)record.Today.DayOfWeek + 6) % 7));
        var first = active.Keys.Append(record.Today).Min();
        return [.. Enumerable.Range(0, ShownWeeks).Select(w => monday.AddDays((w - ShownWeeks + 1) * 7)).Where(m => m.AddDays(6) >= first)
            .Select(m => (IReadOnlyList<DayMark>)[.. Enumerable.Range(0, 7).Select(m.AddDays).Select(d => Of(d, record, active.GetValueOrDefault(d)))])];
    }

    private static DayMark Of(DateOnly day, StudyRecord record, int kinds)
    {
        var (name, words) = day switch
        {
            _ when day == record.ExamDate => ("exam", "考试"),
            _ when kinds >= Whole => ("full", "练过了"),
            _ when kinds > 0 => ("part", "练了一部分"),
            _ when day < record.Today => ("rest", "没练"),
            _ when record.ExamDate is { } exam && day < exam && exam.DayNumber - day.DayNumber <= StudyRecord.LastDays => ("later paper", "只做套题和漏点"),
            _ when day == record.Today => ("later", "还没开始"),
            _ => ("later", "还没到"),
        };
        return new(day, name, words, day == record.Today);
    }
}
