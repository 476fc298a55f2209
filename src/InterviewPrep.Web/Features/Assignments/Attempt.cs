using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Drafts;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Assignments;

/// <summary>One sitting of a learner at an assignment: from beginning to the one hand-in that ends it.</summary>
public sealed class Attempt
{
    /// <summary>A save on its way when the time ran out still counts.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private Attempt()
    {
    }

    internal Attempt(Guid assignmentId, Guid learnerId, int number, int candidateNumber, LearnerDeadlines deadlines, IEnumerable<(AssignmentQuestion Question, Draft Draft)> drafts, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7();
        (AssignmentId, LearnerId, Number, CandidateNumber, StartedAt) = (assignmentId, learnerId, number, candidateNumber, now);
        Drafts = [.. drafts.Select(d => new AttemptDraft(d.Question.Id, d.Draft.Id))];
        Retime(deadlines);
    }

    public Guid Id { get; private set; }

    public Guid AssignmentId { get; private set; }

    public Assignment Assignment { get; private set; } = null!;

    public Guid LearnerId { get; private set; }

    public AppUser Learner { get; private set; } = null!;

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    /// <summary>抽签号.</summary>
    public int CandidateNumber { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>Handed in from here on, it is late. Moves with the assignment and the learner's extension.</summary>
    public DateTimeOffset LateFrom { get; private set; }

    /// <summary>When the time is up. Moves likewise.</summary>
    public DateTimeOffset EndsAt { get; private set; }

    /// <summary>Null while it runs.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>The instant that counts as handing in: the button, or with <see cref="ByClock"/> the last save before the end. Null where nothing came in.</summary>
    public DateTimeOffset? HandedInAt { get; private set; }

    /// <summary>True where time ran out and the last save was taken.</summary>
    public bool ByClock { get; private set; }

    /// <summary>Number of the receipt; null where nothing came in.</summary>
    public string? Receipt { get; private set; }

    /// <summary>Where a teacher gave it back to be done again.</summary>
    public AttemptReturn? Returned { get; private set; }

    public ICollection<AttemptDraft> Drafts { get; private set; } = [];

    public ICollection<Submission> Submissions { get; } = [];

    public bool IsLate => HandedInAt >= LateFrom;

    /// <summary>By how much it is late; null where it is not.</summary>
    public TimeSpan? Lateness => IsLate ? HandedInAt - LateFrom + TimeSpan.FromMinutes(1) : null;

    /// <summary>True when the time is up and the last save must be taken.</summary>
    public bool IsOver(DateTimeOffset now) => ClosedAt is null && now >= EndsAt + Grace;

    /// <summary>Takes over changed terms. What was handed in keeps its instant; whether it is late is seen anew.</summary>
    public void Retime(LearnerDeadlines deadlines)
    {
        LateFrom = deadlines.LateFrom;
        if (ClosedAt is null) EndsAt = deadlines.EndOf(StartedAt);
    }

    /// <summary>Hands in what stands in the drafts.</summary>
    /// <param name="answers">Each question with its draft and the newest version of it that counts; null where nothing was saved.</param>
    /// <returns>False where the time is up or it was handed in before: then the first receipt holds.</returns>
    public bool HandIn(IReadOnlyList<HandInAnswer> answers, DateTimeOffset now)
    {
        if (ClosedAt is not null || now >= EndsAt + Grace) return false;
        Take(answers, now < EndsAt ? now : EndsAt.AddTicks(-TimeSpan.TicksPerMillisecond), now);
        return true;
    }

    /// <summary>A marker brings the sheets that were collected: handed in then, and in time where it was in time to be collected.</summary>
    /// <remarks>When a pile of paper was photographed says nothing about when it was written.</remarks>
    public void Collect(IReadOnlyList<HandInAnswer> answers, DateTimeOffset now)
    {
        if (ClosedAt is not null) return;
        var inTime = LateFrom.AddTicks(-TimeSpan.TicksPerMillisecond);
        Take(answers, now < inTime ? now : inTime, now);
    }

    /// <summary>Takes the last saves, because the time is up. Where a free attempt holds nothing, or nothing new, it just ends.</summary>
    /// <param name="before">What was handed in the time before, by question.</param>
    public void RunOut(IReadOnlyList<HandInAnswer> answers, IReadOnlyDictionary<Guid, DraftText> before, bool isTimed, DateTimeOffset now)
    {
        if (!IsOver(now)) return;
        var isNew = answers.Any(a => a.IsOnPaper || !a.Text.Equals(before.GetValueOrDefault(a.Question, DraftText.Blank)));
        if (!isTimed && !isNew)
        {
            ClosedAt = EndsAt;
            return;
        }
        ByClock = true;
        var last = answers.Max(a => a.Version?.SavedAt) ?? StartedAt;
        Take(answers, last < StartedAt ? StartedAt : last < EndsAt ? last : EndsAt.AddTicks(-TimeSpan.TicksPerMillisecond), EndsAt);
    }

    /// <summary>Why it cannot be given back so, said to the teacher; null where it can.</summary>
    public string? ValidateReturn(string reason, DateTimeOffset dueAt, DateTimeOffset now) =>
        reason.Length is 0 or > AttemptReturn.LongestReason || ForbiddenCharacters.Find(reason) is not null ? $"退回要写原因，最多 {AttemptReturn.LongestReason} 个字符。"
        : dueAt <= now ? "新的截止时间要晚于现在。"
        : Returned is not null ? "这一份已经退回过。" : null;

    /// <summary>Gives it back to be done again by a new deadline.</summary>
    public void Return(string reason, DateTimeOffset dueAt, Guid by, DateTimeOffset now) => Returned = new AttemptReturn(reason, dueAt, by, now);

    private void Take(IReadOnlyList<HandInAnswer> answers, DateTimeOffset at, DateTimeOffset closedAt)
    {
        (HandedInAt, ClosedAt, Receipt) = (at, closedAt, RandomCodes.New(10));
        foreach (var answer in answers)
        {
            answer.Draft.Finish(null, at);
            answer.Version?.Fix($"第 {Number} 次提交");
            Submissions.Add(new Submission(this, answer));
        }
    }
}

/// <summary>What a learner has for one question at the time of handing in.</summary>
/// <param name="Question">Id of the <see cref="AssignmentQuestion"/>.</param>
/// <param name="Version">The version that counts; null where nothing was saved.</param>
/// <param name="Stages">Ids of the frame's stages, in order.</param>
/// <param name="IsOnPaper">True where photographed pages were filed for it.</param>
public sealed record HandInAnswer(Guid Question, Draft Draft, DraftVersion? Version, IReadOnlyList<string> Stages, bool IsOnPaper = false)
{
    public DraftText Text => Version?.Text ?? DraftText.Blank;
}

/// <summary>Which draft answers which question in an attempt.</summary>
public sealed class AttemptDraft(Guid assignmentQuestionId, Guid draftId)
{
    public Guid AttemptId { get; private set; }

    public Attempt Attempt { get; private set; } = null!;

    public Guid AssignmentQuestionId { get; private set; } = assignmentQuestionId;

    public AssignmentQuestion AssignmentQuestion { get; private set; } = null!;

    public Guid DraftId { get; private set; } = draftId;

    public Draft Draft { get; private set; } = null!;
}

/// <summary>退回重做: one attempt more, with a deadline of its own.</summary>
public sealed class AttemptReturn(string reason, DateTimeOffset dueAt, Guid byId, DateTimeOffset at)
{
    public const int LongestReason = 500;

    /// <summary>How long a learner has for it where nothing else is said.</summary>
    public static readonly TimeSpan UsualTime = TimeSpan.FromDays(3);

    public Guid AttemptId { get; private set; }

    /// <summary>Said to the learner at once; marks and remarks wait for the release.</summary>
    public string Reason { get; private set; } = reason;

    public DateTimeOffset DueAt { get; private set; } = dueAt;

    public Guid ById { get; private set; } = byId;

    public DateTimeOffset At { get; private set; } = at;
}
