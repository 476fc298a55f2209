namespace InterviewPrep.Web.Features.Drafts;

/// <summary>Why a learner says that a sentence does not make the point that the coach sees in it.</summary>
public enum DismissalReason
{
    /// <summary>只是说说，没有做法.</summary>
    Words,

    /// <summary>说的是别的点.</summary>
    OtherPoint,

    /// <summary>说的是别人或别的事.</summary>
    OtherMatter,

    /// <summary>说的是不做.</summary>
    Refused,
}

/// <summary>What a learner says of a scoring point in an answer of their own: that a stretch makes it, or that what the coach sees does not.</summary>
public sealed class PointJudgement
{
    /// <summary>Longest id of a point or stage, in UTF-16 units.</summary>
    public const int LongestId = 64;

    private PointJudgement()
    {
    }

    internal PointJudgement(Guid draftId, string point) => (DraftId, Point) = (draftId, point);

    public Guid DraftId { get; private set; }

    /// <summary>Id of the scoring point.</summary>
    public string Point { get; private set; } = "";

    /// <summary>Why the words do not make the point; null where they make it.</summary>
    public DismissalReason? Reason { get; private set; }

    /// <summary>True where the learner says that the words make the point.</summary>
    public bool IsMade => Reason is null;

    public string Stage { get; private set; } = "";

    /// <summary>UTF-16 offset of the words in the text of the stage, as it was.</summary>
    public int Start { get; private set; }

    /// <summary>The words that it is about.</summary>
    public string Words { get; private set; } = "";

    /// <summary>True where the learner lets the coach learn from these words.</summary>
    public bool MayTeach { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Where the words stand in a text; null where they were rewritten: then nothing is said of the point any more.</summary>
    public int? PlaceIn(DraftText text)
    {
        var written = text.Of(Stage);
        if (Start + Words.Length <= written.Length && string.CompareOrdinal(written, Start, Words, 0, Words.Length) == 0) return Start;
        return written.IndexOf(Words, StringComparison.Ordinal) is >= 0 and var at ? at : null;
    }

    internal void Change(DismissalReason? reason, string stage, int start, string words, bool mayTeach, DateTimeOffset now) =>
        (Reason, Stage, Start, Words, MayTeach, At) = (reason, stage, start, words, mayTeach, now);
}
