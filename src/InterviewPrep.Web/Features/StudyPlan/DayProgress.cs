using InterviewPrep.Web.Content;
using InterviewPrep.Web.Features.Recall;

namespace InterviewPrep.Web.Features.StudyPlan;

/// <summary>An item of today's plan with its mark.</summary>
/// <param name="Line">Why it was chosen; once it is done, how it went.</param>
public sealed record ProgressRow(PlanItem Item, bool IsDone, string Line);

/// <summary>Today's plan and how far it is done.</summary>
public sealed record DayProgress(StudyRecord Record, DayPlan Plan, IReadOnlyList<ProgressRow> Rows)
{
    /// <summary>What is to be done now; null where all is done.</summary>
    public ProgressRow? Next => Rows.FirstOrDefault(r => !r.IsDone);

    public bool IsDone => Next is null && Rows.Count > 0;

    public int MinutesLeft => Rows.Where(r => !r.IsDone).Sum(r => r.Item.Minutes);

    public int MinutesDone => Rows.Where(r => r.IsDone).Sum(r => r.Item.Minutes);

    /// <summary>Days without practice since the last one with; 0 where there was none before.</summary>
    public int DaysAway => Record.Active.Keys.Where(d => d < Record.Today).DefaultIfEmpty(Record.Today.AddDays(-1)).Max() is var last ? Record.Today.DayNumber - last.DayNumber - 1 : 0;

    /// <summary>The title of the day.</summary>
    public string Title => this switch
    {
        { Plan.Kind: DayKind.Exam } => "今天考试，稳住就好",
        { IsDone: true } => "今天的做完了",
        { MinutesDone: > 0 } => $"还剩{Number(Rows.Count(r => !r.IsDone))}样，{MinutesLeft} 分钟",
        { DaysAway: > 0 } => $"接着来，今天 {MinutesLeft} 分钟",
        _ => $"今天 {MinutesLeft} 分钟",
    };

    /// <summary>The sentence under the title.</summary>
    public string Lead => this switch
    {
        { Plan.Kind: DayKind.Exam } => "材料带齐，早点到。想过一遍漏点就过一遍，不学新的。",
        { Record.IsExamOver: true } => "考完了，辛苦了。还有下一场的话，改一下日期，重新排。",
        { IsDone: true } => $"一共 {Rows.Count} 样，约 {MinutesDone} 分钟。",
        { MinutesDone: > 0 } => $"今天 {MinutesLeft + MinutesDone} 分钟，做完 {MinutesDone} 分钟。",
        { DaysAway: > 0, Record.DaysLeft: { } left } => $"空了{Number(DaysAway)}天没关系。剩下的 {left} 天重新排过，先练最要紧的，不用补。",
        { DaysAway: > 0 } => $"空了{Number(DaysAway)}天没关系。重新排过了，先练最要紧的，不用补。",
        { Plan.Kind: DayKind.PapersAndRecall } => "最后几天只做套题和漏点，不学新的。",
        _ => "做一样，勾一样；做到哪里算哪里，明天会重新排。",
    };

    public static DayProgress Of(StudyRecord record, ContentLibrary content, int other = 0)
    {
        var plan = DayPlan.For(record, content, other);
        var paper = plan.Items.FirstOrDefault(i => i.Kind == PlanItemKind.Paper);
        var ofPaper = content.Papers.Where(p => p.Slug == paper?.Slug || (record.Papers.TryGetValue(p.Slug, out var on) && on == record.Today)).SelectMany(p => p.Questions).ToHashSet();
        var answers = new Queue<AnsweredQuestion>(record.Answers.Where(a => a.On == record.Today && !ofPaper.Contains(a.Slug)));
        var lessons = new Queue<Lesson>(record.Lessons.Where(l => l.Value == record.Today).Select(l => content.FindLesson(l.Key)).OfType<Lesson>());
        var papers = new Queue<ExamPaper>(record.Papers.Where(p => p.Value == record.Today).Select(p => content.FindPaper(p.Key)).OfType<ExamPaper>());
        var rows = plan.Items.Select(item => item.Kind switch
        {
            PlanItemKind.Reviews when record.Reviewed.Count >= item.Count => new ProgressRow(item, true, Words(record.Reviewed)),
            PlanItemKind.Lesson when lessons.TryDequeue(out var lesson) => Done(item, lesson),
            PlanItemKind.Question when answers.TryDequeue(out var answer) => Done(item, answer),
            PlanItemKind.Paper when papers.TryDequeue(out var sat) => Done(item, sat),
            _ => new ProgressRow(item, false, item.Why),
        }).ToList();
        // What was done beyond the plan stands there too.
        var usual = new PlanItem(PlanItemKind.Question, "", "", DayPlan.QuestionMinutes, "", "", "");
        rows.AddRange(lessons.Select(l => Done(usual with { Kind = PlanItemKind.Lesson }, l)).Concat(answers.Select(a => Done(usual, a))).Concat(papers.Select(p => Done(usual with { Kind = PlanItemKind.Paper }, p))));
        return new DayProgress(record, plan, rows);
    }

    private static ProgressRow Done(PlanItem item, Lesson lesson) => new(item with { Title = $"课：{lesson.Title}", Minutes = lesson.Minutes }, true, "学完了。");

    private static ProgressRow Done(PlanItem item, AnsweredQuestion answer) => new(item with { Title = answer.Title }, true, answer.Total > 0 ? $"自评 {answer.Earned}/{answer.Total} 分。" : "对照过了，还没自评。");

    private static ProgressRow Done(PlanItem item, ExamPaper paper) => new(item with { Title = $"套题：{paper.Title}", Minutes = paper.Minutes }, true, "整套做完了。");

    private static string Words(IReadOnlyList<RecallGrade> grades) => $"{grades.Count} 个里说得出 {grades.Count(g => g >= RecallGrade.Good)} 个。";

    private static string Number(int count) => count switch { 1 => "一", 2 => "两", 3 => "三", 4 => "四", 5 => "五", 6 => "六", _ => $" {count} " };
}
