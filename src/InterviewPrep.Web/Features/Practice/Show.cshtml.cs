using System.Globalization;
using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Drafts;
using InterviewPrep.Web.Features.Feedback;
using InterviewPrep.Web.Features.Questions;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Practice;

/// <summary>
/// The draft of a question: one field a stage. Opening the page keeps nothing; the first save makes the draft.
/// With <c>?draft=</c> one's own older draft, with <c>?fresh=true</c> a new one, else the unfinished one or a new one.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken] // Checked in the handler: a refusal by the framework would throw away what was typed.
public sealed class ShowModel(AppDb db, ContentLibrary content, DraftSaving saving, IWithheldAnswers withheld, IdentityReader identity, ToDoDone toDos, CurrentPerson person, IAntiforgery antiforgery, TimeProvider time) : PageModel
{
    private const string FieldPrefix = "sections.";

    public QuestionRevision Revision { get; private set; } = null!;

    public Framework Framework { get; private set; } = null!;

    public DraftKey Key { get; private set; } = null!;

    public int BaseRevision { get; private set; }

    public DraftText Text { get; private set; } = DraftText.Blank;

    public DateTimeOffset? SavedAt { get; private set; }

    /// <summary>What was wrong with a save; what was typed stays in the fields.</summary>
    public string? Problem { get; private set; }

    /// <summary>True where the fields hold what could not be saved.</summary>
    public bool IsUnsaved { get; private set; }

    /// <summary>The stored draft where a save met another text.</summary>
    public Draft? Stored { get; private set; }

    /// <summary>The assignment that is answered here; null for practice of one's own.</summary>
    public RunningAttempt? RunningAttempt { get; private set; }

    /// <summary>True while an assignment keeps back what helps to answer it.</summary>
    public bool IsWithheld { get; private set; }

    /// <summary>Number of the finished draft before a new one; null where the new one was asked for, or is the first.</summary>
    public int? FinishedBefore { get; private set; }

    public string TextOf(Stage stage) => Text.Of(stage.Id);

    public async Task<IActionResult> OnGetAsync(string slug, Guid? draft, bool fresh, CancellationToken ct)
    {
        var mine = db.Drafts.AsNoTracking().OwnedBy(person.Id).Answering(slug);
        var kept = draft is not null ? await mine.SingleOrDefaultAsync(d => d.Id == draft, ct)
            : fresh ? null : await mine.Where(d => d.FinishedAt == null).OrderByDescending(d => d.Number).FirstOrDefaultAsync(ct);
        if (draft is not null && kept is null) return NotFound();
        if (!await LoadAsync(slug, kept, ct)) return NotFound();
        if (kept is null && !fresh) FinishedBefore = await mine.MaxAsync(d => (int?)d.Number, ct);
        person.EnsureVisitorId();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, string? key, int baseRevision, string? action, string? move, CancellationToken ct)
    {
        if (!DraftKey.TryParse(key, CultureInfo.InvariantCulture, out var parsed) || (parsed.Slug ?? slug) != slug) return NotFound();
        var owner = person.EnsureVisitorId();
        var kept = await db.Drafts.AsNoTracking().OwnedBy(owner).Answering(slug).SingleOrDefaultAsync(d => d.Id == parsed.Id, ct);
        if (!await LoadAsync(slug, kept, ct)) return NotFound();
        var stages = Typed();
        (Key, BaseRevision, Text) = (parsed, baseRevision, new DraftText(stages));

        if (!await antiforgery.ValidateAsync(HttpContext)) return Unsaved(400, "页面放得太久了，还没有保存。您写的都在下面，请再按一次。");
        if (DraftForm.Validate(stages) is var (status, reason)) return Unsaved(status, reason);
        if (LostStage.Move(move, Framework, stages) is { } moved) stages = moved;
        var result = await saving.SaveAsync(parsed, owner, new DraftSave(baseRevision, stages), ct);
        if (result.Refusal is var (refused, why)) return Unsaved(refused, why);
        if (result.Draft is not { } draft) return NotFound();
        if (result.Outcome == SaveOutcome.Conflict)
        {
            Stored = draft;
            return Unsaved(409, "这份作答在别处改过，还没有保存。两份都在，请看一下再保存。");
        }
        if (action == "work") return Redirect(RunningAttempt is null ? "/assignments" : $"/assignments/{RunningAttempt.AssignmentId}{(RunningAttempt.Others.Count == 1 && !RunningAttempt.IsOver(time.GetUtcNow()) ? "/hand-in" : "")}");
        if (await toDos.RunAsync(action, draft, ct) is { } hint)
        {
            (Key, BaseRevision, SavedAt, Problem) = (new DraftKey(draft.Id, null), draft.Revision, draft.SavedAt, hint);
            return Page();
        }
        return action == "finish" ? await FinishAsync(draft, ct) : Redirect($"/practice/{slug}?draft={draft.Id}");
    }

    // What came in every field, also of a stage that the frame has no longer.
    private Dictionary<string, string> Typed() =>
        Request.Form.Where(f => f.Key.StartsWith(FieldPrefix, StringComparison.Ordinal)).ToDictionary(f => f.Key[FieldPrefix.Length..], f => f.Value.ToString());

    // The page again, with everything that was typed in its fields.
    private PageResult Unsaved(int status, string problem)
    {
        Response.StatusCode = status;
        (Problem, IsUnsaved) = (problem, true);
        return Page();
    }

    private async Task<IActionResult> FinishAsync(Draft draft, CancellationToken ct)
    {
        // The page before the comparison says which words they are, and lets the person decide.
        if ((await identity.ReadAsync(draft.Text, Revision.Prompt, ct)).Count > 0) return Redirect($"/drafts/{draft.Id}/review");
        var latest = await db.LatestVersionAsync(draft.Id, ct);
        if (!draft.Finish(latest, time.GetUtcNow()))
        {
            (Key, BaseRevision, SavedAt) = (new DraftKey(draft.Id, null), draft.Revision, draft.SavedAt);
            Problem = $"已保存。先写满 {Draft.FewestZi} 个字再对照：自己想过，示例才有用。";
            return Page();
        }
        await db.SaveChangesAsync(ct);
        return Redirect($"/drafts/{draft.Id}/review");
    }

    private async Task<bool> LoadAsync(string slug, Draft? kept, CancellationToken ct)
    {
        var revision = kept is null ? await db.CurrentRevisionAsync(slug, person.Id, ct) : await db.RevisionAsync(kept.QuestionRevisionId, ct);
        if (revision is null || (kept is null && content.FindFramework(revision.Framework) is null)) return false;
        (Revision, Framework) = (revision, content.FrameworkOf(revision.Framework));
        Key = kept is null ? DraftKey.New(slug) : new DraftKey(kept.Id, null);
        (BaseRevision, Text, SavedAt) = (kept?.Revision ?? 0, kept?.Text ?? DraftText.Blank, kept?.SavedAt);
        RunningAttempt = kept is null ? null : await db.RunningAttemptAsync(kept.Id, person.Id, ct);
        IsWithheld = await withheld.AreWithheldAsync(revision.QuestionId, person.Id, ct);
        return true;
    }
}
