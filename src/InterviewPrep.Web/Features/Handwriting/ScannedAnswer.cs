using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Questions;

namespace InterviewPrep.Web.Features.Handwriting;

/// <summary>An answer written by hand: the photographed pages of one attempt at a question.</summary>
public sealed class ScannedAnswer
{
    private ScannedAnswer()
    {
    }

    public ScannedAnswer(Guid ownerId, QuestionRevision question, int attempt, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7();
        OwnerId = ownerId;
        QuestionId = question.QuestionId;
        QuestionRevisionId = question.Id;
        Number = attempt;
        CreatedAt = now;
    }

    /// <summary>An answer to a question of an assignment; it is part of the learner's attempt.</summary>
    public ScannedAnswer(Attempt attempt, Guid assignmentQuestionId, QuestionRevision question, DateTimeOffset now) : this(attempt.LearnerId, question, attempt.Number, now) =>
        (AttemptId, AssignmentQuestionId) = (attempt.Id, assignmentQuestionId);

    public Guid Id { get; private set; }

    /// <summary>Whose answer it is: an account or visitor.</summary>
    public Guid OwnerId { get; private set; }

    public int QuestionId { get; private set; }

    public Question Question { get; private set; } = null!;

    public int QuestionRevisionId { get; private set; }

    public QuestionRevision QuestionRevision { get; private set; } = null!;

    /// <summary>As printed on the sheet, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The attempt at an assignment that it belongs to; null for practice of one's own.</summary>
    public Guid? AttemptId { get; private set; }

    public Attempt? Attempt { get; private set; }

    public Guid? AssignmentQuestionId { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public ICollection<ScanPage> Pages { get; } = [];

    /// <summary>The pages that count, in order; Pages must be loaded.</summary>
    public IReadOnlyList<ScanPage> Standing => [.. Pages.Where(p => p.ReplacedAt is null).OrderBy(p => p.Number)];
}

/// <summary>A photographed page. It waits in its uploader's tray until it is filed in an answer.</summary>
public sealed class ScanPage
{
    private ScanPage()
    {
    }

    public ScanPage(Guid uploadedById, string hash, int width, int height, int bytes, string code, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7();
        UploadedById = uploadedById;
        Hash = hash;
        Code = code;
        UploadedAt = now;
        Resize(width, height, bytes);
    }

    public Guid Id { get; private set; }

    public Guid UploadedById { get; private set; }

    /// <summary>SHA-256 of the picture as it was sent, hexadecimal: the same one twice is kept once.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>The site's code that was read from it or typed for it; empty where there is none.</summary>
    public string Code { get; private set; } = "";

    public int Width { get; private set; }

    public int Height { get; private set; }

    public int Bytes { get; private set; }

    public DateTimeOffset UploadedAt { get; private set; }

    /// <summary>Null in the tray.</summary>
    public Guid? AnswerId { get; private set; }

    public ScannedAnswer? Answer { get; private set; }

    /// <summary>Page of the sheet, from 1; 0 in the tray.</summary>
    public int Number { get; private set; }

    /// <summary>Pages that the sheet has; 0 where that is not known.</summary>
    public int OfPages { get; private set; }

    public DateTimeOffset? FiledAt { get; private set; }

    /// <summary>When a better photo of the same page took its place.</summary>
    public DateTimeOffset? ReplacedAt { get; private set; }

    /// <summary>Puts the page where it belongs.</summary>
    public void File(ScannedAnswer answer, int number, int ofPages, string code, DateTimeOffset now)
    {
        (Answer, AnswerId, Number, OfPages, Code, FiledAt, ReplacedAt) = (answer, answer.Id, number, ofPages, code, now, null);
    }

    /// <summary>Puts it back among the pages that wait.</summary>
    public void TakeOut() => (Answer, AnswerId, Number, OfPages, Code, FiledAt, ReplacedAt) = (null, null, 0, 0, "", null, null);

    /// <summary>Takes its place again, after another photo had it.</summary>
    public void Restore(DateTimeOffset now) => (FiledAt, ReplacedAt) = (now, null);

    public void Replace(DateTimeOffset now) => ReplacedAt ??= now;

    /// <summary>Takes the measures of the stored picture, which a turn changes.</summary>
    public void Resize(int width, int height, int bytes) => (Width, Height, Bytes) = (width, height, bytes);
}
