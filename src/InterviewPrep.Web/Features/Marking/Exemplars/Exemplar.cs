namespace InterviewPrep.Web.Features.Marking.Exemplars;

/// <summary>An answer that a marker wants to show to the class. Shown without a name, and only while the learner consents.</summary>
public sealed class Exemplar(Guid submissionId, string why, Guid byId, DateTimeOffset at)
{
    public const int LongestWhy = 300;

    public Guid SubmissionId { get; private set; } = submissionId;

    public Assignments.Submission Submission { get; private set; } = null!;

    /// <summary>What is good about it, said to the class.</summary>
    public string Why { get; private set; } = why;

    public Guid ById { get; private set; } = byId;

    public DateTimeOffset At { get; private set; } = at;

    public DateTimeOffset? ConsentedAt { get; private set; }

    public DateTimeOffset? DeclinedAt { get; private set; }

    public void Consent(DateTimeOffset now) => (ConsentedAt, DeclinedAt) = (now, null);

    /// <summary>Refuses, or takes consent back.</summary>
    public void Decline(DateTimeOffset now) => (ConsentedAt, DeclinedAt) = (null, now);
}

/// <summary>What a teacher said about a phrase that many share (套话榜).</summary>
public sealed class PhraseVerdict(Guid classId, string phrase, bool isBanned, Guid byId, DateTimeOffset at)
{
    public const int LongestPhrase = 60;

    public Guid ClassId { get; private set; } = classId;

    /// <summary>As spoken, without punctuation; see SpeechText.Spoken.</summary>
    public string Phrase { get; private set; } = phrase;

    /// <summary>False for a phrase that is allowed.</summary>
    public bool IsBanned { get; private set; } = isBanned;

    public Guid ById { get; private set; } = byId;

    public DateTimeOffset At { get; private set; } = at;

    public void Become(bool isBanned, Guid by, DateTimeOffset now) => (IsBanned, ById, At) = (isBanned, by, now);
}
