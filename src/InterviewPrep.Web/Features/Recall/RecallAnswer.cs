using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Recall;

/// <summary>One exercise as it was answered and graded, with what its item was before, so that the grade can be taken back.</summary>
public sealed class RecallAnswer
{
    /// <summary>Longest text, in characters: one or two sentences.</summary>
    public const int LongestText = 500;

    /// <summary>Why a text cannot be kept, said to the person; null where it can.</summary>
    public static string? ProblemOf(string text) => text.Length > LongestText
        ? $"一两句就够，最多 {LongestText} 个字符。"
        : ForbiddenCharacters.Find(text) is { } c ? $"内容里有无法保存的控制字符（{c}），请删掉它再试。" : null;

    private RecallAnswer()
    {
    }

    public RecallAnswer(Guid id, RecallItem item, string question, string text, RecallGrade grade, DateTimeOffset at)
    {
        (Id, Question, Text, Grade, At) = (id, question, text, grade, at);
        (StabilityBefore, DifficultyBefore, DueBefore, GradedBefore) = (item.Stability, item.Difficulty, item.DueOn, item.GradedOn);
    }

    /// <summary>Key of the form that it came from.</summary>
    public Guid Id { get; private set; }

    public int ItemId { get; private set; }

    public RecallItem Item { get; private set; } = null!;

    /// <summary>Slug of the question that was asked.</summary>
    public string Question { get; private set; } = "";

    /// <summary>What was written; empty where it was only said.</summary>
    public string Text { get; private set; } = "";

    public RecallGrade Grade { get; private set; }

    public DateTimeOffset At { get; private set; }

    public double StabilityBefore { get; private set; }

    public double DifficultyBefore { get; private set; }

    public DateOnly DueBefore { get; private set; }

    public DateOnly? GradedBefore { get; private set; }
}
