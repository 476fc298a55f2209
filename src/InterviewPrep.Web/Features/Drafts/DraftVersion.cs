using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>The text of a draft at one time.</summary>
public sealed class DraftVersion
{
    public const int LongestName = 60;

    /// <summary>What a row takes beside its text, in bytes, so that a thousand empty versions count too.</summary>
    private const int RowBytes = 200;

    private DraftVersion()
    {
    }

    public DraftVersion(DraftText text, int revision, DateTimeOffset now) => Overwrite(text, revision, now);

    /// <summary>A text that lost a conflict: written on a base that was no longer the newest, and kept beside the draft's own versions.</summary>
    public static DraftVersion Aside(DraftText text, int baseRevision, DateTimeOffset now) => new(text, baseRevision, now) { IsAside = true };

    public int Id { get; private set; }

    public Guid DraftId { get; private set; }

    /// <summary>Revision of the draft that this text was; for a text kept aside, the revision that it was written on.</summary>
    public int Revision { get; private set; }

    public DraftText Text { get; private set; } = DraftText.Blank;

    /// <summary>字 of the text, so that lists need not read it.</summary>
    public int Zi { get; private set; }

    /// <summary>What the version takes of its owner's share of the store: the text in UTF-8 and the row itself.</summary>
    public int Bytes { get; private set; }

    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>A name, given by the learner or by an event; empty for a plain save.</summary>
    public string Name { get; private set; } = "";

    /// <summary>A fixed version is never overwritten.</summary>
    public bool IsFixed { get; private set; }

    /// <summary>True for the other text of a conflict: it was never the draft's own text.</summary>
    public bool IsAside { get; private set; }

    public void Overwrite(DraftText text, int revision, DateTimeOffset now)
    {
        (Text, Revision, SavedAt) = (text, revision, now);
        (Zi, Bytes) = (text.Zi, text.Bytes + RowBytes);
    }

    /// <summary>Keeps the version as it is for good.</summary>
    public void Fix() => IsFixed = true;

    /// <summary>Keeps the version under a name. One that the learner gave stays beside the name of an event.</summary>
    public void Fix(string name)
    {
        IsFixed = true;
        if (!Name.Contains(name, StringComparison.Ordinal)) Name = Name.Length == 0 ? name : Excerpt.Start($"{Name}，{name}", LongestName);
    }
}
