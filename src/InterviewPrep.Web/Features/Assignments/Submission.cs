using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Drafts;

namespace InterviewPrep.Web.Features.Assignments;

/// <summary>
/// One question's answer as it was handed in. The text is kept here, beside the draft that it came from:
/// marks and remarks belong to these very words, whatever becomes of the draft.
/// </summary>
public sealed partial class Submission
{
    /// <summary>Longest name of a pile, in UTF-16 units.</summary>
    public const int LongestPile = 20;

    private Submission()
    {
    }

    internal Submission(Attempt attempt, HandInAnswer answer)
    {
        Id = Guid.CreateVersion7();
        (AttemptId, AssignmentId, LearnerId, AttemptNumber, CandidateNumber) = (attempt.Id, attempt.AssignmentId, attempt.LearnerId, attempt.Number, attempt.CandidateNumber);
        (AssignmentQuestionId, DraftId, DraftRevision, Text) = (answer.Question, answer.Draft.Id, answer.Version?.Revision ?? 0, answer.Text);
        HandedInAt = attempt.HandedInAt!.Value;
        Zi = Text.Zi;
        IsOnPaper = answer.IsOnPaper;
        MissingStages = IsOnPaper ? "" : MissingOf(answer.Stages);
        IsLatest = true;
    }

    public Guid Id { get; private set; }

    public Guid AttemptId { get; private set; }

    public Attempt Attempt { get; private set; } = null!;

    public Guid AssignmentId { get; private set; }

    public Assignment Assignment { get; private set; } = null!;

    public Guid AssignmentQuestionId { get; private set; }

    public AssignmentQuestion AssignmentQuestion { get; private set; } = null!;

    public Guid LearnerId { get; private set; }

    public AppUser Learner { get; private set; } = null!;

    public int AttemptNumber { get; private set; }

    public int CandidateNumber { get; private set; }

    public DateTimeOffset HandedInAt { get; private set; }

    /// <summary>The draft that it came from; null where that was deleted.</summary>
    public Guid? DraftId { get; private set; }

    /// <summary>Revision of the draft that was handed in.</summary>
    public int DraftRevision { get; private set; }

    public DraftText Text { get; private set; } = DraftText.Blank;

    public int Zi { get; private set; }

    /// <summary>Ids of the stages without a word, each between bars: <c>|longterm||closing|</c>.</summary>
    public string MissingStages { get; private set; } = "";

    /// <summary>True where photographed pages belong to it: then nobody can say which stages are missing.</summary>
    public bool IsOnPaper { get; private set; }

    /// <summary>Points that the learner said to have made, at the time of handing in.</summary>
    public IReadOnlyList<string> Ticks { get; private set; } = [];

    /// <summary>A recording beside the text, where the assignment takes one.</summary>
    public Guid? RecordingId { get; private set; }

    /// <summary>False once the learner handed in again.</summary>
    public bool IsLatest { get; private set; }

    /// <summary>True once its mark is complete.</summary>
    public bool IsMarked { get; private set; }

    /// <summary>The pile that its mark is sorted into, copied here because the queue filters by it. For the markers only.</summary>
    public string Pile { get; private set; } = "";

    /// <summary>The newer submission takes its place in the queue; mark and remarks stay here.</summary>
    public void Supersede() => IsLatest = false;

    public void Tick(IReadOnlyList<string> points) => Ticks = points;

    /// <summary>A photographed page was filed here.</summary>
    public void TakePaper() => (IsOnPaper, MissingStages) = (true, "");

    /// <summary>The last photographed page was taken out of it.</summary>
    /// <param name="stages">Ids of the frame's stages, in order.</param>
    public void GiveBackPaper(IReadOnlyList<string> stages) => (IsOnPaper, MissingStages) = (false, MissingOf(stages));

    /// <summary>The newer submission is gone: this one is the latest again.</summary>
    public void StandAgain() => IsLatest = true;

    public void Attach(Guid recordingId) => RecordingId = recordingId;

    internal void Marked(bool complete, string pile) => (IsMarked, Pile) = (complete, pile);

    private string MissingOf(IReadOnlyList<string> stages) => string.Concat(stages.Where(s => string.IsNullOrWhiteSpace(Text.Of(s))).Select(s => $"|{s}|"));
}
