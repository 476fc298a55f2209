using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Lessons;

/// <summary>What a learner wrote for a lesson's 练一句, kept so that the example can be compared with it later.</summary>
public sealed class ExerciseAnswer(Guid ownerId, string lesson)
{
    /// <summary>Longest answer, in UTF-16 units: it is one sentence.</summary>
    public const int LongestText = 1000;

    public int Id { get; private set; }

    public Guid OwnerId { get; private set; } = ownerId;

    /// <summary>Slug of the lesson.</summary>
    public string Lesson { get; private set; } = lesson;

    public string Text { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    /// <summary>Other answers of the same person to the same exercise, written before signing in; oldest first.</summary>
    public IReadOnlyList<EarlierAnswer> Earlier { get; private set; } = [];

    /// <summary>Why a text cannot be kept, said to the person; null where it can.</summary>
    public static string? ProblemOf(string text) => text switch
    {
        _ when string.IsNullOrWhiteSpace(text) => "先写一句，哪怕不完整，再看范例。",
        { Length: > LongestText } => $"一句话就好，最多 {LongestText} 个字符。",
        _ => ForbiddenCharacters.Find(text) is { } c ? $"内容里有无法保存的控制字符（{c}），请删掉它再试。" : null,
    };

    public void Write(string text, DateTimeOffset now) => (Text, At) = (text, now);

    /// <summary>Hands the answer to the account of the visitor who wrote it.</summary>
    public void GiveTo(Guid owner) => OwnerId = owner;

    /// <summary>Takes over another answer to the same exercise: the newest text stands, no other text is lost.</summary>
    public void Absorb(ExerciseAnswer other)
    {
        EarlierAnswer[] all = [.. Earlier, .. other.Earlier, new(Text, At), new(other.Text, other.At)];
        var newest = all.MaxBy(a => a.At)!;
        (Text, At) = (newest.Text, newest.At);
        Earlier = [.. all.Where(a => a.Text != newest.Text).DistinctBy(a => a.Text).OrderBy(a => a.At)];
    }
}

/// <summary>An answer that another one took the place of.</summary>
public sealed record EarlierAnswer(string Text, DateTimeOffset At);
