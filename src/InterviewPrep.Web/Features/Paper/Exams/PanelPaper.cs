using InterviewPrep.Web.Content;

namespace InterviewPrep.Web.Features.Paper.Exams;

/// <summary>What stands on the panel's paper for a mock interview, on screen, in print and in Word. Candidates are 抽签号; there is no place for a name.</summary>
public sealed record PanelPaper(ExamPaper Paper, PanelChoices Choices, IReadOnlyList<QuestionContent> Questions)
{
    private const int RowsPerTable = 14, RowsPerTimeTable = 16, SlipsPerPage = 21;

    /// <summary>抽签号 by page of a table.</summary>
    public IEnumerable<int?[]> SummaryPages => Tables(RowsPerTable);

    public IEnumerable<int?[]> TimePages => Tables(RowsPerTimeTable);

    public IEnumerable<int[]> SlipPages => CandidateNumbers.Chunk(SlipsPerPage);

    public string HowToSum => Choices.Drops
        ? $"{Choices.Examiners} 名考官的总分去掉一个最高分和一个最低分，其余 {Choices.Examiners - 2} 个取平均，保留两位小数。"
        : $"{Choices.Examiners} 名考官的总分取平均，保留两位小数。";

    public string HowToTime => $"全程 {Paper.Minutes} 分钟，{Questions.Count} 题共用，含思考时间；剩 {Choices.Reminder} 分钟提醒一次，时间到即停。各格记分和秒，如 1:05。";

    public IReadOnlyList<string> Rules =>
    [
        "进场只报抽签号。全程不说姓名、毕业院校、家乡和工作单位，说了成绩无效。",
        "桌上有题本、草稿纸和笔。题本不写字，草稿纸写关键词，离场时都留下。",
        $"共 {Questions.Count} 题，{Paper.Minutes} 分钟，包括思考时间，各题自己分配。",
        $"剩 {Choices.Reminder} 分钟提醒一次。时间到，请停止作答。",
        "每答完一题，说“本题回答完毕”；全部答完，说“全部回答完毕”。",
        "没有听清，可以请考官把题目再说一遍，以一遍为限。",
        "手机关机，和随身物品一起留在候考室。",
        "离场后不与候考的人交谈，到候分处等候。",
    ];

    public string Opening => $"“{Questions.Count} 道题在您面前的题本上，一共 {Paper.Minutes} 分钟，思考和作答都算在内。剩 {Choices.Reminder} 分钟时会提醒您。请不要说出个人信息。听明白了吗？现在开始计时。”";

    public string People => $"考官 {Choices.Examiners} 人，计分员、计时员、监督员各 1 人，引导员 1 人。";

    // The last table has rows to spare, for whoever comes late.
    private IEnumerable<int?[]> Tables(int rows) => CandidateNumbers.Chunk(rows).Select(lots => Enumerable.Range(0, rows).Select(i => i < lots.Length ? lots[i] : (int?)null).ToArray());

    private IEnumerable<int> CandidateNumbers => Enumerable.Range(1, Choices.Candidates);
}
