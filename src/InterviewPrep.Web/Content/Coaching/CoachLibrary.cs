namespace InterviewPrep.Web.Content.Coaching;

/// <summary>The coaches of all frames, as <c>content/coach</c> gives them.</summary>
public sealed class CoachLibrary
{
    private readonly Dictionary<string, FrameCoach> byFrame;

    internal CoachLibrary(IEnumerable<FrameCoach> coaches, Spelling spelling, IReadOnlyList<WordGroup> groups)
    {
        byFrame = coaches.ToDictionary(c => c.Rules.Frame);
        (Spelling, Groups) = (spelling, groups);
    }

    /// <summary>Knows no frame and finds nothing.</summary>
    public static CoachLibrary Empty { get; } = new([], Spelling.None, []);

    /// <summary>What is written differently and means the same.</summary>
    public Spelling Spelling { get; }

    /// <summary>The groups of words that all frames share.</summary>
    public IReadOnlyList<WordGroup> Groups { get; }

    /// <summary>All coaches.</summary>
    public IEnumerable<FrameCoach> All => byFrame.Values;

    /// <summary>The coach of a frame; null where nothing says what finds its points.</summary>
    public FrameCoach? Of(string frame) => byFrame.GetValueOrDefault(frame);
}
