namespace InterviewPrep.Web.Features.Classes;

/// <summary>Acts that are logged because they cannot be seen from the rows afterwards.</summary>
public enum ClassEventKind
{
    AnonymityLifted,
    Released,
    ReleaseTakenBack,
    Extended,
    Returned,
    RubricChanged,
    CodeRenewed,
    Archived,
    Reopened,
    MemberAdmitted,
    MemberDismissed,
    RosterImported,
}

/// <summary>A line of the class's log: who did what, and when. Never changed.</summary>
public sealed class ClassEvent(Guid classId, Guid? assignmentId, Guid byId, ClassEventKind kind, string detail, DateTimeOffset at)
{
    public int Id { get; private set; }

    public Guid ClassId { get; private set; } = classId;

    public Guid? AssignmentId { get; private set; } = assignmentId;

    public Guid ById { get; private set; } = byId;

    public ClassEventKind Kind { get; private set; } = kind;

    /// <summary>What a reader needs beside the act; no names of learners, because they may still be hidden from the markers.</summary>
    public string Detail { get; private set; } = detail;

    public DateTimeOffset At { get; private set; } = at;
}
