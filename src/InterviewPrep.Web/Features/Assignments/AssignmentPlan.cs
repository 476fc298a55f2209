namespace InterviewPrep.Web.Features.Assignments;

public enum Pace
{
    /// <summary>Any time between opening and cut-off.</summary>
    Free,

    /// <summary>So many minutes for all questions together, from the moment of beginning.</summary>
    Timed,
}

/// <summary>When model answers and expected points are shown to a learner.</summary>
public enum Reveal
{
    AfterHandIn,
    AfterRelease,

    /// <summary>From an instant on, for everybody: the day after, in 每日一练.</summary>
    AtTime,
    Never,
}

/// <summary>What a teacher sets about an assignment, beside its questions.</summary>
/// <param name="Minutes">For a timed one, for all questions together; 0 for a free one.</param>
/// <param name="TakesRecording">Leaves room for a recording beside the text.</param>
/// <param name="DueAt">The deadline; its minute still counts, so that 23:59 lasts until midnight.</param>
/// <param name="CutOffAt">Until when late work is taken; the same as <paramref name="DueAt"/> where none is.</param>
/// <param name="MostAttempts">How often it may be handed in.</param>
/// <param name="RevealAt">With <see cref="Reveal.AtTime"/>, from when.</param>
/// <param name="IsAnonymous">Markers see the 抽签号 until anonymity is lifted.</param>
public sealed record AssignmentPlan(
    string Title, string Note, Pace Pace, int Minutes, bool TakesRecording, DateTimeOffset OpensAt, DateTimeOffset DueAt, DateTimeOffset CutOffAt,
    int MostAttempts, Reveal Reveal, DateTimeOffset? RevealAt, bool IsAnonymous)
{
    public const int LongestTitle = 60, LongestNote = 2_000, MostMinutes = 240, MostAttemptsAllowed = 20, MostQuestions = 20;

    /// <summary>The same plan with all its times moved.</summary>
    public AssignmentPlan Moved(Func<DateTimeOffset, DateTimeOffset> move) =>
        this with { OpensAt = move(OpensAt), DueAt = move(DueAt), CutOffAt = move(CutOffAt), RevealAt = RevealAt is { } at ? move(at) : null };

    /// <summary>What is wrong with it, field by field; empty where it can be set.</summary>
    public IEnumerable<(string Field, string Problem)> Problems()
    {
        if (Title.Trim().Length is 0 or > LongestTitle) yield return (nameof(Title), $"请写标题，最多 {LongestTitle} 个字符。");
        if (Note.Length > LongestNote) yield return (nameof(Note), $"说明最多 {LongestNote} 个字符。");
        if (Pace == Pace.Timed && Minutes is < 1 or > MostMinutes) yield return (nameof(Minutes), $"限时作业要写总时长，1 到 {MostMinutes} 分钟。");
        if (DueAt <= OpensAt) yield return (nameof(DueAt), "截止时间要晚于开放时间。");
        if (CutOffAt < DueAt) yield return (nameof(CutOffAt), "最晚收卷时间不能早于截止时间。");
        if (MostAttempts is < 1 or > MostAttemptsAllowed) yield return (nameof(MostAttempts), $"可交次数是 1 到 {MostAttemptsAllowed}。");
        if (Reveal == Reveal.AtTime && RevealAt is null) yield return (nameof(RevealAt), "请写明从什么时候起显示示例。");
        if (!Enum.IsDefined(Pace) || !Enum.IsDefined(Reveal)) yield return (nameof(Pace), "没有这个选项。");
    }
}
