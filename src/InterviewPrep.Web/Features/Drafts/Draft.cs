using InterviewPrep.Web.Features.Questions;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>One attempt at a question, from the first word to the comparison.</summary>
public sealed class Draft
{
    /// <summary>Writing that resumes after this long begins a new version; until then a save overwrites the last one.</summary>
    public static readonly TimeSpan Break = TimeSpan.FromMinutes(10);

    /// <summary>So many 字 are an attempt of one's own; before that no model answer is shown.</summary>
    public const int FewestZi = 20;

    private Draft()
    {
    }

    public Draft(Guid id, Guid ownerId, QuestionRevision question, int attempt, DateTimeOffset now)
    {
        Id = id;
        OwnerId = ownerId;
        QuestionId = question.QuestionId;
        QuestionRevisionId = question.Id;
        Attempt = attempt;
        CreatedAt = SavedAt = now;
    }

    public Guid Id { get; private set; }

    /// <summary>The visitor or account that the draft belongs to.</summary>
    public Guid OwnerId { get; private set; }

    public int QuestionId { get; private set; }

    public Question Question { get; private set; } = null!;

    public int QuestionRevisionId { get; private set; }

    public QuestionRevision QuestionRevision { get; private set; } = null!;

    /// <summary>Which attempt of this owner at this question it is, from 1.</summary>
    public int Attempt { get; private set; }

    /// <summary>Counts accepted saves; every save names the revision that it builds on.</summary>
    public int Revision { get; private set; }

    public DraftText Text { get; private set; } = DraftText.Blank;

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>When the learner handed the attempt to the comparison for the first time; model answers are shown from then on.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    public ICollection<DraftVersion> Versions { get; } = [];

    public SelfScore? SelfScore { get; private set; }

    /// <summary>Keeps a text as the next revision; the same text again changes nothing.</summary>
    /// <param name="latest">The newest version of this draft, or null; overwritten where writing has not paused.</param>
    /// <returns>True where something changed.</returns>
    public bool Revise(DraftText text, DraftVersion? latest, DateTimeOffset now)
    {
        if (Revision > 0 && text.Equals(Text)) return false;
        Revision++;
        if (latest is { IsFixed: false } && now - SavedAt < Break) latest.Overwrite(text, Revision, now);
        else Versions.Add(new DraftVersion(text, Revision, now));
        Text = text;
        SavedAt = now;
        return true;
    }

    /// <summary>Hands the attempt to the comparison; what was written before stays as a version of its own.</summary>
    /// <returns>False where too little was written.</returns>
    public bool Finish(DraftVersion? latest, DateTimeOffset now)
    {
        if (Text.Zi < FewestZi) return false;
        if (FinishedAt is not null) return true;
        FinishedAt = now;
        latest?.Fix("交卷稿");
        return true;
    }

    /// <summary>Hands the draft to the account of the visitor who wrote it, as that owner's next attempt.</summary>
    public void GiveTo(Guid owner, int attempt) => (OwnerId, Attempt) = (owner, attempt);

    /// <summary>Keeps which points the learner found in the answer.</summary>
    public void Score(IReadOnlyList<string> ticks, int earned, int total, DateTimeOffset now)
    {
        if (SelfScore is null) SelfScore = new SelfScore(ticks, earned, total, now);
        else SelfScore.Change(ticks, earned, total, now);
    }
}

/// <summary>The text of a draft at one time.</summary>
public sealed class DraftVersion
{
    private DraftVersion()
    {
    }

    public DraftVersion(DraftText text, int revision, DateTimeOffset now) => (Text, Revision, SavedAt) = (text, revision, now);

    public int Id { get; private set; }

    public Guid DraftId { get; private set; }

    /// <summary>Revision of the draft that this text was.</summary>
    public int Revision { get; private set; }

    public DraftText Text { get; private set; } = DraftText.Blank;

    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>A name, given by the learner or by an event; empty for a plain save.</summary>
    public string Name { get; private set; } = "";

    /// <summary>A fixed version is never overwritten.</summary>
    public bool IsFixed { get; private set; }

    public void Overwrite(DraftText text, int revision, DateTimeOffset now) => (Text, Revision, SavedAt) = (text, revision, now);

    public void Fix(string name) => (Name, IsFixed) = (name, true);
}

/// <summary>Self-score: the expected points that the learner found in the own answer.</summary>
public sealed class SelfScore
{
    private SelfScore()
    {
    }

    public SelfScore(IReadOnlyList<string> ticks, int earned, int total, DateTimeOffset now) => Change(ticks, earned, total, now);

    public Guid DraftId { get; private set; }

    /// <summary>Ids of the points found.</summary>
    public IReadOnlyList<string> Ticks { get; private set; } = [];

    /// <summary>Sum of the weights of the expected points found.</summary>
    public int Earned { get; private set; }

    /// <summary>Sum of the weights of all expected points.</summary>
    public int Total { get; private set; }

    public DateTimeOffset At { get; private set; }

    public void Change(IReadOnlyList<string> ticks, int earned, int total, DateTimeOffset now) =>
        (Ticks, Earned, Total, At) = (ticks, earned, total, now);
}
