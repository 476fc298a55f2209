namespace InterviewPrep.Web.Features.Accounts.Audit;

/// <summary>A line of the audit log: who did what to whom, from where. Written once; no code changes or removes one before its time.</summary>
public sealed class AuditEntry
{
    /// <summary>How long lines are kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    public const int LongestDetail = 300;

    private AuditEntry()
    {
    }

    public AuditEntry(string what, Guid? actorId, Guid? subjectId, string detail, string address, string traceId, DateTimeOffset at) =>
        (What, ActorId, SubjectId, Detail, Address, TraceId, At) = (what, actorId, subjectId, detail, address, traceId, at);

    public long Id { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>One of <see cref="AuditEvents"/>.</summary>
    public string What { get; private set; } = "";

    /// <summary>The account that acted; null for somebody not signed in.</summary>
    public Guid? ActorId { get; private set; }

    /// <summary>The account that it was done to; null where it was none, or nobody but the actor.</summary>
    public Guid? SubjectId { get; private set; }

    /// <summary>What a reader needs beside the event; never a password, a code or the text of an answer.</summary>
    public string Detail { get; private set; } = "";

    public string Address { get; private set; } = "";

    /// <summary>Trace id of the request, as the error page and the program's log have it.</summary>
    public string TraceId { get; private set; } = "";
}
