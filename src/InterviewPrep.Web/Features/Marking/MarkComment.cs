namespace InterviewPrep.Web.Features.Marking;

/// <summary>A comment on a stretch of a submission's text, and what the learner made of it.</summary>
public sealed class MarkComment
{
    private MarkComment()
    {
    }

    internal MarkComment(CommentEdit edit, int order, string snapshot, Guid by, DateTimeOffset now)
    {
        (Id, Snapshot, ById, CreatedAt) = (edit.Id, snapshot, by, now);
        Change(edit, order);
    }

    public Guid Id { get; private set; }

    public Guid SubmissionId { get; private set; }

    /// <summary>Id of the stage.</summary>
    public string Stage { get; private set; } = "";

    /// <summary>UTF-16 offset into the stage's text.</summary>
    public int Start { get; private set; }

    /// <summary>0 for the stage as a whole.</summary>
    public int Length { get; private set; }

    /// <summary>The words that it is about.</summary>
    public string Snapshot { get; private set; } = "";

    public string Text { get; private set; } = "";

    public int? PinPage { get; private set; }

    public int PinX { get; private set; }

    public int PinY { get; private set; }

    /// <summary>The place on a photographed page that it is about; null where it is about the text.</summary>
    public Pin? Pin => PinPage is { } page ? new Pin(page, PinX, PinY) : null;

    public int Order { get; private set; }

    public Guid ById { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? RemovedAt { get; private set; }

    public CommentResponse? Response { get; private set; }

    /// <summary>The learner says what becomes of it; can be changed until something was changed in a draft.</summary>
    public void Respond(ResponseKind kind, DateTimeOffset now)
    {
        if (Response is null) Response = new CommentResponse(kind, now);
        else Response.Become(kind, now);
    }

    internal void Change(CommentEdit edit, int order)
    {
        // Words that a learner has answered stay as they were answered; only their place in the order moves.
        if (Response is null)
        {
            (Stage, Start, Length, Text) = (edit.Stage, edit.Start, edit.Length, edit.Text.Trim());
            (PinPage, PinX, PinY) = (edit.Pin?.Page, edit.Pin?.X ?? 0, edit.Pin?.Y ?? 0);
        }
        (Order, RemovedAt) = (order, null);
    }

    internal void Remove(DateTimeOffset now) => RemovedAt = now;
}

public enum ResponseKind
{
    /// <summary>知道了.</summary>
    Understood,

    /// <summary>我来改: a to-do in the next draft.</summary>
    WillChange,
}

/// <summary>What a learner made of a comment.</summary>
public sealed class CommentResponse
{
    private CommentResponse()
    {
    }

    internal CommentResponse(ResponseKind kind, DateTimeOffset now) => (Kind, At) = (kind, now);

    public Guid CommentId { get; private set; }

    public ResponseKind Kind { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>When the to-do was done; null while it is open.</summary>
    public DateTimeOffset? ChangedAt { get; private set; }

    /// <summary>The draft in which it was done.</summary>
    public Guid? DraftId { get; private set; }

    /// <summary>The words before.</summary>
    public string Before { get; private set; } = "";

    /// <summary>The words after.</summary>
    public string After { get; private set; } = "";

    public bool IsOpen => Kind == ResponseKind.WillChange && ChangedAt is null;

    /// <summary>The to-do is done.</summary>
    public void Done(Guid draftId, string before, string after, DateTimeOffset now) =>
        (Kind, DraftId, Before, After, ChangedAt) = (ResponseKind.WillChange, draftId, before, after, now);

    internal void Become(ResponseKind kind, DateTimeOffset now)
    {
        if (ChangedAt is null) (Kind, At) = (kind, now);
    }
}

/// <summary>That a learner looked at the feedback, the last time. There is something unread while it is older than the release or the feedback.</summary>
public sealed class FeedbackOpening(Guid submissionId, DateTimeOffset at)
{
    public Guid SubmissionId { get; private set; } = submissionId;

    public DateTimeOffset FirstAt { get; private set; } = at;

    public DateTimeOffset At { get; private set; } = at;

    public void Again(DateTimeOffset now) => At = now;
}
