using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Assignments;

/// <summary>More time for one learner, and why.</summary>
public sealed class Extension
{
    public const int MostLaterMinutes = 60 * 24 * 60, MostExtraMinutes = 240, LongestReason = 200;

    private Extension()
    {
    }

    internal Extension(Guid learnerId) => LearnerId = learnerId;

    public Guid AssignmentId { get; private set; }

    public Guid LearnerId { get; private set; }

    /// <summary>By so much the deadline and the cut-off are later.</summary>
    public int LaterMinutes { get; private set; }

    /// <summary>So many minutes more a timed attempt has; deadline and cut-off are later by these, too.</summary>
    public int ExtraMinutes { get; private set; }

    /// <summary>For the teachers only.</summary>
    public string Reason { get; private set; } = "";

    public Guid ById { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>False where it was taken back.</summary>
    public bool IsGiven => LaterMinutes + ExtraMinutes > 0;

    /// <summary>Counts how often it was given or changed, from 1.</summary>
    public int Revision { get; private set; }

    internal void Set(int laterMinutes, int extraMinutes, string reason, Guid by, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(laterMinutes, 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(extraMinutes, 0);
        (LaterMinutes, ExtraMinutes, Reason, ById, At, Revision) = (laterMinutes, extraMinutes, reason.Trim(), by, now, Revision + 1);
    }
}

/// <summary>That the names of an anonymous assignment were shown to the markers, by whom and when.</summary>
public sealed class AnonymityLift(Guid byId, DateTimeOffset at)
{
    public Guid AssignmentId { get; private set; }

    public Guid ById { get; private set; } = byId;

    public DateTimeOffset At { get; private set; } = at;
}

/// <summary>That marks are shown to the learners. Taking it back removes the row; the class's log keeps both acts.</summary>
public sealed class Release(DateTimeOffset appealsUntil, Guid byId, DateTimeOffset at)
{
    /// <summary>How long 复核 may be asked for where nothing else is said.</summary>
    public static readonly TimeSpan UsualAppealTime = TimeSpan.FromDays(7);

    public Guid AssignmentId { get; private set; }

    public DateTimeOffset AppealsUntil { get; private set; } = appealsUntil;

    public Guid ById { get; private set; } = byId;

    public DateTimeOffset At { get; private set; } = at;

    public void KeepAppealsOpenUntil(DateTimeOffset until) => AppealsUntil = until;
}

/// <summary>A learner's 抽签号 in an assignment, drawn at the first attempt and kept for all.</summary>
public sealed class CandidateNumber(Guid assignmentId, Guid learnerId, int number)
{
    public Guid AssignmentId { get; private set; } = assignmentId;

    public Guid LearnerId { get; private set; } = learnerId;

    public int Number { get; private set; } = number;

    /// <summary>Draws a number that nobody has, from three times as many as there are learners, so that nobody can count on from a neighbour's.</summary>
    /// <param name="learners">Learners of the class: the range is the same for the first draw and the last.</param>
    public static int Draw(IReadOnlyCollection<int> taken, int learners)
    {
        var most = Math.Max(99, Math.Max(learners, taken.Count) * 3);
        int number;
        do number = System.Security.Cryptography.RandomNumberGenerator.GetInt32(1, most + 1);
        while (taken.Contains(number));
        return number;
    }

    /// <summary>As it is shown and printed.</summary>
    public static string Format(int number) => $"抽签号 {number:00}";
}

/// <summary>A reminder that a teacher put on a learner's desk.</summary>
public sealed class Reminder(Guid assignmentId, Guid learnerId, Guid byId, DateTimeOffset at)
{
    public int Id { get; private set; }

    public Guid AssignmentId { get; private set; } = assignmentId;

    public Assignment Assignment { get; private set; } = null!;

    public Guid LearnerId { get; private set; } = learnerId;

    public Guid ById { get; private set; } = byId;

    public DateTimeOffset At { get; private set; } = at;

    public DateTimeOffset? DismissedAt { get; private set; }

    public void Dismiss(DateTimeOffset now) => DismissedAt ??= now;
}

/// <summary>The secret address of somebody's calendar; only its hash is kept, so it is shown once and can be renewed.</summary>
public sealed class CalendarFeed(Guid userId, string keyHash, DateTimeOffset createdAt)
{
    /// <summary>26 of 31 letters: 128 bits.</summary>
    public const int KeyLength = 26;

    public Guid UserId { get; private set; } = userId;

    /// <summary>SHA-256 of the key, hexadecimal.</summary>
    public string KeyHash { get; private set; } = keyHash;

    public DateTimeOffset CreatedAt { get; private set; } = createdAt;

    /// <summary>A new key; the address with the old one answers 404 from then on.</summary>
    /// <returns>The key, for the address.</returns>
    public string Renew(DateTimeOffset now)
    {
        var key = RandomCodes.New(KeyLength);
        (KeyHash, CreatedAt) = (Sha256.Hex(key), now);
        return key;
    }
}
