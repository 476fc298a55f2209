using InterviewPrep.Web.Features.Questions;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>Told when a learner has scored an answer, before that is saved: what hangs on it is saved with it.</summary>
public interface IAfterSelfScore
{
    /// <param name="draft">With its new self-score.</param>
    /// <param name="revision">What was asked, with its expected points and its question.</param>
    Task AfterScoreAsync(Draft draft, QuestionRevision revision, CancellationToken ct);
}
