using InterviewPrep.Web.Features.Drafts;

namespace InterviewPrep.Web.Features.Assignments;

/// <summary>How an attempt ended.</summary>
public enum AttemptEnding
{
    /// <summary>The learner pressed 交卷.</summary>
    HandedIn,

    /// <summary>The time was up: the last save was taken, where there was one.</summary>
    TimeUp,

    /// <summary>A marker brought the sheets that were collected.</summary>
    Collected,

    /// <summary>A marker had brought sheets that turned out to be somebody else's, so that nothing has come in.</summary>
    CollectionUndone,

    /// <summary>The class was archived: the last save was taken, where there was one.</summary>
    ClassArchived,

    /// <summary>The learner left the class: nothing was taken, and the drafts are the learner's own.</summary>
    LeftClass,
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
