using InterviewPrep.Web.Features.Goals;
using InterviewPrep.Web.Features.Recall;

namespace InterviewPrep.Web.Features.StudyPlan;

/// <summary>An answer that was compared with a model answer.</summary>
/// <param name="Made">Ids of the points that the learner found in it; null where it was not scored.</param>
public sealed record AnsweredQuestion(string Slug, string Title, DateOnly On, IReadOnlyCollection<string>? Made, int Earned = 0, int Total = 0)
{
    public Guid Draft { get; init; }

    public DateTimeOffset SavedAt { get; init; }

    public int Zi { get; init; }
}

/// <summary>An answer that was begun and not compared yet.</summary>
public sealed record UnfinishedAnswer(Guid Draft, string Slug, string Title, int Zi);

/// <summary>What is known of a learner on a day; every plan is made of it. Days are those of the site's time zone.</summary>
public sealed record StudyRecord(DateOnly Today)
{
    /// <summary>So many days before the exam's nothing new is begun: papers and missed points only.</summary>
    public const int LastDays = 3;

    /// <summary>The exam's day as the person said it, which may be over.</summary>
    public DateOnly? ExamDate { get; init; }

    /// <summary>Minutes that the person has on a day.</summary>
    public int Minutes { get; init; } = StudyGoal.UsualMinutes;

    /// <summary>Of <see cref="Content.Exams"/>; empty where it is not settled.</summary>
    public string Exam { get; init; } = "";

    /// <summary>Answers, the oldest first.</summary>
    public IReadOnlyList<AnsweredQuestion> Answers { get; init; } = [];

    /// <summary>The day on which each lesson was read, by slug.</summary>
    public IReadOnlyDictionary<string, DateOnly> Lessons { get; init; } = new Dictionary<string, DateOnly>();

    /// <summary>The day on which each paper was answered to its end, by slug.</summary>
    public IReadOnlyDictionary<string, DateOnly> Papers { get; init; } = new Dictionary<string, DateOnly>();

    /// <summary>Missed points that were due this morning.</summary>
    public int DueReviews { get; init; }

    /// <summary>Missed points that will be due on later days.</summary>
    public IReadOnlyDictionary<DateOnly, int> ReviewsDueOn { get; init; } = new Dictionary<DateOnly, int>();

    /// <summary>Today's grades of missed points.</summary>
    public IReadOnlyList<RecallGrade> Reviewed { get; init; } = [];

    /// <summary>Earlier days on which missed points were graded.</summary>
    public IReadOnlySet<DateOnly> ReviewDays { get; init; } = new HashSet<DateOnly>();

    /// <summary>Slugs of questions that an assignment keeps for itself now.</summary>
    public IReadOnlySet<string> Withheld { get; init; } = new HashSet<string>();

    public UnfinishedAnswer? Unfinished { get; init; }

    /// <summary>Days until the exam; null where none is known or it is over.</summary>
    public int? DaysLeft => ExamDate is { } exam && exam >= Today ? exam.DayNumber - Today.DayNumber : null;

    /// <summary>True for whom nothing is known but what they prepare for.</summary>
    public bool IsEmpty => Answers.Count + Lessons.Count + DueReviews == 0 && Unfinished is null;

    public bool IsExamOver => ExamDate < Today;

    /// <summary>The days on which something was done, with how many kinds of things.</summary>
    public IReadOnlyDictionary<DateOnly, int> Active => Answers.Select(a => (a.On, PlanItemKind.Question))
        .Concat(Lessons.Values.Select(d => (d, PlanItemKind.Lesson))).Concat(Papers.Values.Select(d => (d, PlanItemKind.Paper)))
        .Concat(ReviewDays.Concat(Reviewed.Take(1).Select(_ => Today)).Select(d => (d, PlanItemKind.Reviews)))
        .Distinct().GroupBy(a => a.Item1).ToDictionary(g => g.Key, g => g.Count());

    /// <summary>The same as it was this morning, so that the plan of a day stands still while it is worked through.</summary>
    public StudyRecord Morning() => this with
    {
        Answers = [.. Answers.Where(a => a.On < Today)],
        Lessons = Lessons.Where(l => l.Value < Today).ToDictionary(),
        Papers = Papers.Where(p => p.Value < Today).ToDictionary(),
        Reviewed = [],
    };

    /// <summary>The same once an item of the plan is done.</summary>
    public StudyRecord After(PlanItem item, Content.ContentLibrary content) => item.Kind switch
    {
        PlanItemKind.Lesson => this with { Lessons = new Dictionary<string, DateOnly>(Lessons) { [item.Slug] = Today } },
        PlanItemKind.Question => this with { Answers = [.. Answers, new(item.Slug, item.Title, Today, null)], Unfinished = null },
        PlanItemKind.Paper => this with
        {
            Papers = new Dictionary<string, DateOnly>(Papers) { [item.Slug] = Today },
            Answers = [.. Answers, .. content.FindPaper(item.Slug)!.Questions.Select(q => new AnsweredQuestion(q, "", Today, null))],
        },
        _ => this with { DueReviews = Math.Max(0, DueReviews - item.Count) },
    };
}
