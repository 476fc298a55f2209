namespace InterviewPrep.Web.Content.Coaching;

/// <summary>The coaches of all frames, as <c>content/coach</c> gives them.</summary>
public sealed class CoachLibrary
{
    private readonly Dictionary<string, FrameCoach> byFrame;

    internal CoachLibrary(IEnumerable<FrameCoach> coaches, Spelling spelling, Boundaries? boundaries)
    {
        byFrame = coaches.ToDictionary(c => c.Rules.Frame);
        (Spelling, Boundaries) = (spelling, boundaries);
    }

    /// <summary>Knows no frame and finds nothing.</summary>
    public static CoachLibrary Empty { get; } = new([], Spelling.None, null);

    /// <summary>What is written differently and means the same.</summary>
    public Spelling Spelling { get; }

    /// <summary>Finds left out punctuation; null before anything has been learned.</summary>
    public Boundaries? Boundaries { get; }

    /// <summary>All coaches.</summary>
    public IEnumerable<FrameCoach> All => byFrame.Values;

    /// <summary>The coach of a frame; null where nothing says what finds its points.</summary>
    public FrameCoach? Of(string frame) => byFrame.GetValueOrDefault(frame);
}
