using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Drafts;
using InterviewPrep.Web.Features.Feedback;

namespace InterviewPrep.Web.Features.Practice;

/// <summary>What came of a press on the practice page: another address, the page again with a reason, or neither where the draft does not exist.</summary>
/// <param name="Next">Address to go to.</param>
/// <param name="View">The page again.</param>
/// <param name="Reason">Why the page is shown again, said to the person.</param>
public sealed record PracticeOutcome(string? Next, PracticeView? View, string Reason = "", int? Status = null);

/// <summary>Saves the practice page's plain form and does what its button says: save, hand over to the assignment, finish, or settle a comment.</summary>
public sealed class PracticeSaving(AppDb db, DraftSaving saving, IdentityReader identity, ToDoDone toDos, TimeProvider time)
{
    /// <param name="view">The page with what was typed.</param>
    /// <param name="stages">What came in every field, also of a stage that the frame no longer has.</param>
    /// <param name="action">The button: save, finish, work, or one of a comment.</param>
    /// <param name="move">Moves the text of a stage that the frame no longer has; null for none.</param>
    public async Task<PracticeOutcome> RunAsync(PracticeView view, Guid owner, IReadOnlyDictionary<string, string> stages, string? action, string? move, CancellationToken ct)
    {
        if (DraftForm.Validate(stages) is var (status, reason)) return new(null, view, reason, status);
        if (LostStage.Move(move, view.Framework, stages) is { } moved) stages = moved;
        var result = await saving.SaveAsync(view.Key, owner, new DraftSave(view.BaseRevision, stages), ct);
        if (result.Refusal is var (refused, why)) return new(null, view, why, refused);
        if (result.Draft is not { } draft) return new(null, null);
        if (result.Outcome == SaveOutcome.Conflict) return new(null, view with { Stored = draft }, "这份作答在别处改过，还没有保存。两份都在，请看一下再保存。", StatusCodes.Status409Conflict);
        if (action == "work") return new(AssignmentAddress(view), null);
        if (await toDos.RunAsync(action, draft, ct) is { } hint) return new(null, view.Saved(draft), hint);
        return action == "finish" ? await FinishAsync(view, draft, ct) : new($"/practice/{view.Revision.Question.Slug}?draft={draft.Id}", null);
    }

    // An assignment of one question goes straight on to handing in.
    private string AssignmentAddress(PracticeView view) => view.RunningAttempt is not { } running ? "/assignments"
        : $"/assignments/{running.AssignmentId}{(running.Others.Count == 1 && !running.IsOver(time.GetUtcNow()) ? "/hand-in" : "")}";

    private async Task<PracticeOutcome> FinishAsync(PracticeView view, Draft draft, CancellationToken ct)
    {
        var review = $"/drafts/{draft.Id}/review";
        // The page before the comparison names what identifies the person and lets them decide.
        if ((await identity.ReadAsync(draft.Text, view.Revision.Prompt, ct)).Count > 0) return new(review, null);
        if (!draft.Finish(await db.LatestVersionAsync(draft.Id, ct), time.GetUtcNow()))
            return new(null, view.Saved(draft), $"已保存。先写满 {Draft.FewestZi} 个字再对照：自己想过，示例才有用。");
        await db.SaveChangesAsync(ct);
        return new(review, null);
    }
}
