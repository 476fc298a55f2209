namespace InterviewPrep.Web.Content;

/// <summary>How a real examination room is set. Its numbers are the usual ones, to start from: every notice sets its own.</summary>
/// <param name="Minutes">Minutes on the clock of one candidate, without <see cref="Reading"/>.</param>
/// <param name="Text">Where such a room is usual.</param>
public sealed record RoomLayout(string Slug, string Title, int Questions, int Minutes, string Text)
{
    /// <summary>Minutes for reading and thinking before the clock starts; 0 in most rooms.</summary>
    public int Reading { get; init; }

    /// <summary>Seconds of thinking that suit one question.</summary>
    public int Thinking { get; init; }

    /// <summary>Seconds of speaking that suit one question; its limit where the clock is not shared.</summary>
    public int Answering { get; init; }

    /// <summary>True where all questions share one clock 包干, false where each is stopped on its own.</summary>
    public bool SharesClock { get; init; }

    /// <summary>How a candidate learns the questions; one of <see cref="Presentations.All"/>.</summary>
    public string Present { get; init; } = "";

    /// <summary>Minutes left at which the timekeeper reminds.</summary>
    public IReadOnlyList<int> Reminders { get; init; } = [];

    /// <summary>How many 追问 follow the answers.</summary>
    public int FollowUps { get; init; }

    /// <summary>The turns of a 结构化小组; null where a candidate sits alone.</summary>
    public GroupTurns? Group { get; init; }

    /// <summary>What the examiner says.</summary>
    public RoomSentences Says { get; init; } = new("", "", "", "", "", "");

    /// <summary>Minutes from the first look at the paper to its end.</summary>
    public int WholeMinutes => Reading + Minutes;

    /// <summary>The clock in words.</summary>
    public string Clock => (Reading > 0 ? $"先读 {Reading} 分钟，" : "") + (SharesClock
        ? $"{Questions} 题共用 {Minutes} 分钟" + (Reminders.Count > 0 ? $"，剩 {string.Join("、", Reminders)} 分钟提醒" : "")
        : $"每题 {Answering / 60.0:0.#} 分钟，到时即止");

    /// <summary>A sentence of <see cref="Says"/> with this room's numbers in it.</summary>
    /// <param name="left">Minutes left, for a reminder.</param>
    public string Say(string sentence, int left = 0) => sentence.Replace("{questions}", $"{Questions}", StringComparison.Ordinal).Replace("{minutes}", $"{Minutes}", StringComparison.Ordinal)
        .Replace("{reading}", $"{Reading}", StringComparison.Ordinal).Replace("{left}", $"{left}", StringComparison.Ordinal);
}

/// <summary>The turns of a 结构化小组.</summary>
/// <param name="Comment">Minutes of one comment on another candidate.</param>
/// <param name="Reply">Minutes of one reply to a comment.</param>
/// <param name="Order">Who speaks in which order, a word such as <c>BCA</c> for each question.</param>
public sealed record GroupTurns(int Comment, int Reply, IReadOnlyList<string> Order)
{
    /// <summary>How many candidates sit together.</summary>
    public int People => Order[0].Length;
}

/// <summary>What the examiner says: at the door, before the first question, before each further one (may be empty), when time runs short, when it is over, and as farewell.</summary>
public sealed record RoomSentences(string Enter, string Start, string Next, string Remind, string Stop, string Leave);

/// <summary>How candidates learn the questions.</summary>
public static class Presentations
{
    /// <summary>看题: the questions are printed and on the table.</summary>
    public const string Read = "read";

    /// <summary>听题: the questions are read aloud.</summary>
    public const string Heard = "heard";

    /// <summary>先读后听: the material is read before the clock, the questions are heard in the room.</summary>
    public const string MaterialThenHeard = "material-then-heard";

    /// <summary>Rooms of this form do either; whoever practises chooses.</summary>
    public const string Choice = "choice";

    public static readonly IReadOnlyList<string> All = [Read, Heard, MaterialThenHeard, Choice];

    /// <summary>The form in words.</summary>
    public static string Name(string present) => present switch
    {
        Heard => "听题：只由考官读，桌上没有题本",
        MaterialThenHeard => "先读材料，再由考官读题",
        Choice => "看题或者听题，各地不同",
        _ => "看题：题本在桌上",
    };
}
