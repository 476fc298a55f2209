namespace InterviewPrep.Web.Content;

/// <summary>A question as its author wrote it.</summary>
/// <param name="Type">Question type, as the folder's name; see <see cref="QuestionTypes"/>.</param>
/// <param name="Why">Why a frame is used that does not list the type; empty otherwise.</param>
/// <param name="Hash">SHA-256 of the file's text, hexadecimal: a changed hash makes a new revision.</param>
public sealed record QuestionContent(
    string Slug, string Type, string Title, int Difficulty, string Framework, string Why, string Post, string Field,
    Analysis Analysis, IReadOnlyList<string> Elements, IReadOnlyList<PointWeight> Points, IReadOnlyList<FollowUp> FollowUps,
    string Prompt, IReadOnlyList<AnswerContent> Answers, IReadOnlyList<WeakAnswer> WeakAnswers, string Hash);

/// <summary>审题: who one is, what the conflict is, what comes first.</summary>
public sealed record Analysis(string Identity, string Conflict, string Order);

/// <summary>An expected scoring point and its weight from 1 to 3.</summary>
public sealed record PointWeight(string Point, int Weight);

/// <summary>追问: asked when the condition holds.</summary>
/// <param name="Missing">Point whose absence triggers it, or empty.</param>
public sealed record FollowUp(string When, string Missing, string Ask);

/// <summary>A model answer, stage by stage.</summary>
public sealed record AnswerContent(string Title, IReadOnlyList<StageText> Stages);

/// <summary>What is said in one stage.</summary>
public sealed record StageText(string Stage, MarkedText Text);

/// <summary>A weak answer with its faults marked, and how it is repaired.</summary>
public sealed record WeakAnswer(string Title, MarkedText Text, string Repair);

/// <summary>A paper: several questions under one clock.</summary>
public sealed record Paper(string Slug, string Title, int Minutes, string Post, IReadOnlyList<string> Questions, string Text);

/// <summary>A card of wording for one scoring point.</summary>
public sealed record GlossaryCard(string Point, string Wording, string Fits, string FitsNot);
