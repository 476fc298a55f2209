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
        Number = attempt;
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
    public int Number { get; private set; }

    /// <summary>Counts accepted saves; every save names the revision that it builds on.</summary>
    public int Revision { get; private set; }

    public DraftText Text { get; private set; } = DraftText.Blank;

    /// <summary>字 of the text, so that lists need not read it.</summary>
    public int Zi { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>When the learner handed the attempt to the comparison for the first time; model answers are shown from then on.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>When the learner deleted it; null for a draft in use. It can be brought back.</summary>
    public DateTimeOffset? DeletedAt { get; private set; }

    public ICollection<DraftVersion> Versions { get; } = [];

    public SelfScore? SelfScore { get; private set; }

    /// <summary>What the learner says of single points, against or beside the coach.</summary>
    public ICollection<PointJudgement> Judgements { get; } = [];

    /// <summary>Keeps a text as the next revision; the same text again changes nothing. Writing brings a deleted draft back.</summary>
    /// <param name="latest">The newest version of this draft's own line, or null; overwritten where writing has not paused.</param>
    /// <param name="begin">True where the learner started over: the text so far stays as a version.</param>
    /// <returns>True where something changed.</returns>
    public bool Revise(DraftText text, DraftVersion? latest, DateTimeOffset now, bool begin = false)
    {
        if (Revision > 0 && text.Equals(Text)) return false;
        Revision++;
        DeletedAt = null;
        if (!begin && latest is { IsFixed: false } && now - SavedAt < Break) latest.Overwrite(text, Revision, now);
        else Versions.Add(new DraftVersion(text, Revision, now));
        (Text, Zi, SavedAt) = (text, text.Zi, now);
        return true;
    }

    /// <summary>
    /// Keeps a text that was written on an older revision beside the stored one; neither can be overwritten unseen from now on.
    /// It takes the place of an earlier such text only where it holds every sentence of it, or where there are too many and that one is old.
    /// </summary>
    /// <param name="latest">The newest version of this draft's own line.</param>
    /// <param name="asides">The texts kept aside so far.</param>
    /// <returns>False where it was not kept, because too many are.</returns>
    public bool SetAside(DraftText text, int baseRevision, DraftVersion? latest, IReadOnlyList<DraftVersion> asides, DateTimeOffset now)
    {
        latest?.Fix();
        if (asides.Any(v => v.Text.Contains(text))) return true;
        var earlier = asides.FirstOrDefault(v => text.Contains(v.Text))
            ?? (asides.Count < DraftLimits.MostAsides ? null : asides.Where(v => now - v.SavedAt > DraftLimits.AsideKept).MinBy(v => v.SavedAt));
        if (earlier is null && asides.Count >= DraftLimits.MostAsides) return false;
        if (earlier is null) Versions.Add(DraftVersion.Aside(text, baseRevision, now));
        else earlier.Overwrite(text, baseRevision, now);
        return true;
    }

    /// <summary>Keeps the text as it stands now under a name.</summary>
    public void SaveNamed(string name, DraftVersion? latest, DateTimeOffset now)
    {
        // Two presses of the button are one.
        if (latest?.Name == name && latest.Text.Equals(Text)) return;
        if (latest is { Name: "" } && latest.Text.Equals(Text)) latest.Fix(name);
        else
        {
            var version = new DraftVersion(Text, Revision, now);
            version.Fix(name);
            Versions.Add(version);
        }
    }

    /// <summary>Makes the text of an older version the current one again, as a version of its own; nothing is taken away.</summary>
    /// <param name="name">What the new version is called; empty for a plain one, which is thinned out in time.</param>
    /// <returns>False where it is the current text already.</returns>
    public bool Restore(DraftVersion version, DraftVersion? latest, string name, DateTimeOffset now)
    {
        latest?.Fix();
        if (!Revise(version.Text, latest, now)) return false;
        Versions.Last().Fix();
        if (name.Length > 0) Versions.Last().Fix(name);
        return true;
    }

    /// <summary>Takes the draft out of sight; it can be brought back.</summary>
    public void Delete(DateTimeOffset now) => DeletedAt ??= now;

    public void BringBack() => DeletedAt = null;

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
    public void GiveTo(Guid owner, int attempt) => (OwnerId, Number) = (owner, attempt);

    /// <summary>Keeps what the learner says of a point; what was said of it before is replaced.</summary>
    /// <param name="reason">Why the words do not make it; null where they do.</param>
    public void Judge(string point, TextStretch words, DismissalReason? reason, bool mayTeach, DateTimeOffset now)
    {
        var judgement = Judgements.FirstOrDefault(j => j.Point == point);
        if (judgement is null) Judgements.Add(judgement = new PointJudgement(Id, point));
        judgement.Change(reason, words.Stage, words.Start, words.Words, mayTeach, now);
    }

    /// <summary>Takes back what the learner said of a point.</summary>
    public void WithdrawJudgement(string point)
    {
        if (Judgements.FirstOrDefault(j => j.Point == point) is { } judgement) Judgements.Remove(judgement);
    }

    /// <summary>Keeps which points the learner found in the answer.</summary>
    public void Score(IReadOnlyList<string> ticks, int earned, int total, DateTimeOffset now)
    {
        if (SelfScore is null) SelfScore = new SelfScore(ticks, earned, total, now);
        else SelfScore.Change(ticks, earned, total, now);
    }
}
