using InterviewPrep.Web.Content;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Drafts;
using InterviewPrep.Web.Features.Questions;

namespace InterviewPrep.Web.Features.Practice;

/// <summary>What the practice page shows: a question, the frame of its answer, and the draft as it is kept or as it was typed.</summary>
/// <param name="BaseRevision">The revision of the draft that the form builds on; 0 before the first save.</param>
/// <param name="RunningAttempt">The assignment that is answered here; null for practice of one's own.</param>
/// <param name="IsWithheld">True while an assignment keeps back what helps to answer it.</param>
public sealed record PracticeView(QuestionRevision Revision, Framework Framework, DraftKey Key, int BaseRevision, DraftText Text, DateTimeOffset? SavedAt, RunningAttempt? RunningAttempt, bool IsWithheld)
{
    /// <summary>Number of the finished draft before a new one; null where the new one was asked for, or is the first.</summary>
    public int? FinishedBefore { get; init; }

    /// <summary>True where the fields hold what could not be saved.</summary>
    public bool IsUnsaved { get; init; }

    /// <summary>The stored draft where a save met another text.</summary>
    public Draft? Stored { get; init; }

    public string TextOf(Stage stage) => Text.Of(stage.Id);

    /// <summary>The view with what was typed in the form, not saved yet.</summary>
    /// <param name="key">The draft that the form names.</param>
    /// <param name="baseRevision">The revision that the form was made from.</param>
    public PracticeView Typed(DraftKey key, int baseRevision, IDictionary<string, string> stages) =>
        this with { Key = key, BaseRevision = baseRevision, Text = new DraftText(stages), IsUnsaved = true };

    /// <summary>The view after a save; the fields keep what was typed.</summary>
    public PracticeView Saved(Draft draft) =>
        this with { Key = new DraftKey(draft.Id, null), BaseRevision = draft.Revision, SavedAt = draft.SavedAt, IsUnsaved = false };
}
