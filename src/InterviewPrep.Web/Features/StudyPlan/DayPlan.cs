using InterviewPrep.Web.Content;

namespace InterviewPrep.Web.Features.StudyPlan;

/// <summary>What to do on a day, in the order of doing. The rule is a function of what is known and of the content, and of nothing else.</summary>
public sealed record DayPlan(DateOnly Day, DayKind Kind, IReadOnlyList<PlanItem> Items)
{
    /// <summary>So many minutes a plan may be longer than what the person has: nobody reads or speaks to the minute.</summary>
    public const int Slack = 3;

    /// <summary>Writing or saying an answer of three minutes and looking at the comparison.</summary>
    public const int QuestionMinutes = 10;

    /// <summary>With more minutes than these a day takes a second lesson and a third question.</summary>
    private const int ShortDay = 30;

    public int Minutes => Items.Sum(i => i.Minutes);

    /// <summary>
    /// First the missed points that are due, then the lesson that fits what is weakest, then a question chosen for what it trains, then a paper
    /// at the pace that leads to the exam; as much of it as the minutes hold, and always something.
    /// </summary>
    /// <param name="other">How often the person asked for another question today.</param>
    public static DayPlan For(StudyRecord record, ContentLibrary content, int other = 0)
    {
        var sofar = record.Morning();
        var items = new List<PlanItem>();
        var left = record.Minutes + Slack;
        PlanItem? paper = null;
        bool Add(PlanItem? item)
        {
            if (item is null || (item.Minutes > left && (items.Count > 0 || paper is not null))) return false;
            items.Add(item);
            left -= item.Minutes;
            sofar = sofar.After(item, content);
            return true;
        }

        Add(ReviewChoice.Of(sofar));
        if (record.DaysLeft == 0) return new(record.Today, DayKind.Exam, items);
        if (record.DaysLeft <= StudyRecord.LastDays)
        {
            if (PaperChoice.Of(sofar, content) is { } last) items.Add(last);
            return new(record.Today, DayKind.PapersAndRecall, items);
        }

        paper = PaperChoice.IsDue(sofar) ? PaperChoice.Of(sofar, content) : null;
        if (paper?.Minutes > left) paper = null;
        left -= paper?.Minutes ?? 0;
        var (lessons, questions) = record.Minutes > ShortDay ? (2, 3) : (1, 2);
        var begins = LastQuestion(sofar) < LastLesson(sofar) ? PlanItemKind.Question : PlanItemKind.Lesson;
        var chosen = new List<PlanItem>();
        for (var round = 0; round < questions; round++)
        {
            // Where only one of the two fits, it is the one that was not there last time.
            foreach (var kind in begins == PlanItemKind.Lesson ? [PlanItemKind.Lesson, PlanItemKind.Question] : new[] { PlanItemKind.Question, PlanItemKind.Lesson })
            {
                if (kind == PlanItemKind.Lesson && round < lessons) Add(LessonChoice.Of(sofar, content));
                if (kind == PlanItemKind.Question && (paper is null || round == 0)) Add(QuestionChoice.Of(sofar, content, round == 0 ? other : 0));
            }
        }
        if (paper is not null) items.Add(paper);
        return new(record.Today, DayKind.Usual, [.. items.OrderBy(i => i.Kind)]);
    }

    /// <summary>The plans of this day and of those that follow, as if each were worked through: to the exam, or for four weeks where no day is known.</summary>
    public static IReadOnlyList<DayPlan> Ahead(StudyRecord record, ContentLibrary content, int most = LongestView)
    {
        var days = new List<DayPlan> { For(record, content) };
        var last = Math.Min(most, record.DaysLeft ?? WithoutExam);
        for (var known = record; days.Count <= last;)
        {
            var tomorrow = known.Today.AddDays(1);
            known = days[^1].Items.Aggregate(known, (r, item) => r.After(item, content));
            known = known with { Today = tomorrow, Reviewed = [], DueReviews = known.DueReviews + known.ReviewsDueOn.GetValueOrDefault(tomorrow) };
            days.Add(For(known, content));
        }
        return days;
    }

    /// <summary>Four weeks are planned where no day is known, and at most so many days where the exam is far away.</summary>
    private const int WithoutExam = 27, LongestView = 60;

    private static DateOnly LastLesson(StudyRecord record) => record.Lessons.Values.DefaultIfEmpty().Max();

    private static DateOnly LastQuestion(StudyRecord record) => record.Answers.Select(a => a.On).DefaultIfEmpty().Max();
}
