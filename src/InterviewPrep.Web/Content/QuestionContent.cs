namespace InterviewPrep.Web.Content;

/// <summary>A question as its author wrote it.</summary>
/// <param name="Type">Question type, as the folder's name; see <see cref="QuestionTypes"/>.</param>
/// <param name="Why">Why a frame is used that does not list the type; empty otherwise.</param>
/// <param name="Hash">SHA-256 of all that the question says and shows, hexadecimal: a changed hash makes a new revision.</param>
public sealed record QuestionContent(
    string Slug, string Type, string Title, int Difficulty, string Framework, string Why, string Post, string Field,
    Analysis Analysis, IReadOnlyList<string> Elements, IReadOnlyList<PointWeight> Points, IReadOnlyList<FollowUp> FollowUps,
    string Prompt, IReadOnlyList<AnswerContent> Answers, IReadOnlyList<WeakAnswer> WeakAnswers, string Hash)
{
    /// <summary>What the question is about, of <see cref="Themes"/>; empty where it is not sorted.</summary>
    public string Theme { get; init; } = "";

    /// <summary>The form of an analysis or planning question, of <see cref="Forms"/>; else empty.</summary>
    public string Form { get; init; } = "";

    /// <summary>Exams in which such a question is usual, of <see cref="Exams"/>.</summary>
    public IReadOnlyList<string> Exams { get; init; } = [];

    /// <summary>The voice of each model answer, in order, of <see cref="Voices"/>.</summary>
    public IReadOnlyList<string> Voices { get; init; } = [];

    /// <summary>What the question shows, or null.</summary>
    public Picture? Picture { get; init; }

    /// <summary>What is read before the question, or null.</summary>
    public Material? Material { get; init; }
}

/// <summary>审题: who one is, what the conflict is, what comes first.</summary>
public sealed record Analysis(string Identity, string Conflict, string Order);

/// <summary>An expected scoring point and its weight from 1 to 3.</summary>
public sealed record PointWeight(string Point, int Weight);

/// <summary>追问: asked when the condition holds.</summary>
/// <param name="Missing">Point whose absence triggers it, or empty.</param>
/// <param name="Reply">A reference reply as one would say it, or empty.</param>
/// <param name="Always">True where it is asked whatever the answer says.</param>
public sealed record FollowUp(string When, string Missing, string Ask, string Reply = "", bool Always = false);

/// <summary>A model answer, stage by stage.</summary>
public sealed record AnswerContent(string Title, IReadOnlyList<StageText> Stages);

/// <summary>What is said in one stage.</summary>
public sealed record StageText(string Stage, MarkedText Text);

/// <summary>A weak answer with its faults marked, and how it is repaired.</summary>
/// <param name="Repair">How it is repaired as a whole; empty where each stretch has its own repair.</param>
public sealed record WeakAnswer(string Title, MarkedText Text, string Repair)
{
    /// <summary>What one would say instead of each marked stretch, in order; empty where <see cref="Repair"/> says it.</summary>
    public IReadOnlyList<string> Repairs { get; init; } = [];
}
