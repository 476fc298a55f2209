namespace InterviewPrep.Web.Features.Exams;

/// <summary>One recording of an answer: from one start of the microphone to its end, or a file from a recorder.</summary>
public sealed class ExamTake
{
    /// <summary>Largest slice that a page sends, largest file from a recorder, and largest recording, in bytes.</summary>
    public const int LargestSlice = 1024 * 1024, LargestFile = 40 * 1024 * 1024;

    /// <summary>Most recordings of one sitting: one for each question, and again after each reload.</summary>
    public const int MostOfSitting = 60;

    private ExamTake()
    {
    }

    /// <param name="id">Named by the page, so that a slice sent twice is one.</param>
    /// <param name="isFile">True where it comes from a recorder of its own.</param>
    public ExamTake(Guid id, Guid sittingId, int question, SoundType type, bool isFile, DateTimeOffset now) =>
        (Id, SittingId, Question, Type, IsFile, CreatedAt) = (id, sittingId, question, type, isFile, now);

    public Guid Id { get; private set; }

    public Guid SittingId { get; private set; }

    public ExamSitting Sitting { get; private set; } = null!;

    /// <summary>From 1.</summary>
    public int Question { get; private set; }

    public SoundType Type { get; private set; }

    public bool IsFile { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Bytes that are certain; what the file has behind them was on its way when something broke.</summary>
    public int Bytes { get; private set; }

    /// <summary>How many slices are kept; the next one has this number.</summary>
    public int Slices { get; private set; }

    /// <summary>Keeps that the next slice is written.</summary>
    public void Append(int bytes) => (Bytes, Slices) = (Bytes + bytes, Slices + 1);
}
