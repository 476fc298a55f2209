using InterviewPrep.Web.Features.Questions;

namespace InterviewPrep.Web.Features.Exams;

/// <summary>One question of a sitting with what was written for it.</summary>
public sealed class ExamAnswer(int order, int questionId, int questionRevisionId)
{
    /// <summary>Longest notes and longest answer, in characters.</summary>
    public const int LongestNotes = 2_000, LongestText = 6_000;

    /// <summary>Stands between two texts that were written on two devices at once.</summary>
    private const string Parting = "\n—— 另一台设备上写的 ——\n";

    public int Id { get; private set; }

    public Guid SittingId { get; private set; }

    public ExamSitting Sitting { get; private set; } = null!;

    /// <summary>From 1.</summary>
    public int Order { get; private set; } = order;

    public int QuestionId { get; private set; } = questionId;

    public int QuestionRevisionId { get; private set; } = questionRevisionId;

    public QuestionRevision QuestionRevision { get; private set; } = null!;

    /// <summary>草稿纸: key words, never marked.</summary>
    public string Notes { get; private set; } = "";

    /// <summary>The answer, where it was written.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Counts accepted saves.</summary>
    public int Revision { get; private set; }

    public bool Holds(string notes, string text) => Notes == notes && Text == text;

    /// <summary>Keeps a text; where another device has written since, nothing of either is lost.</summary>
    internal void Write(string notes, string text, int revision)
    {
        (Notes, Text) = revision == Revision ? (notes, text) : (Both(Notes, notes, LongestNotes), Both(Text, text, LongestText));
        Revision++;
    }

    private static string Both(string stored, string sent, int most)
    {
        if (sent.Contains(stored, StringComparison.Ordinal)) return sent;
        if (stored.Contains(sent, StringComparison.Ordinal)) return stored;
        // Two texts of full length are twice as long as one may be typed; the column holds both.
        return (stored + Parting + sent) is { } both && both.Length <= 2 * most ? both : stored;
    }
}
