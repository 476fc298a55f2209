using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Questions;
using InterviewPrep.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>One stage of a compared answer, written anew beside the model answers; what stood there before stays as a version.</summary>
[AllowAnonymous]
public sealed class RewriteModel(AppDb db, ContentLibrary content, CurrentPerson person, IWithheldAnswers withheld, DraftSaving saving) : PageModel
{
    public Draft Draft { get; private set; } = null!;

    public QuestionRevision Revision { get; private set; } = null!;

    public Framework Framework { get; private set; } = null!;

    public Stage Stage { get; private set; } = null!;

    public string Text { get; private set; } = "";

    /// <summary>The expected points of the stage.</summary>
    public IEnumerable<ScoringPoint> Points => Stage.Points.Where(p => Revision.Points.Any(e => e.Point == p.Id));

    /// <summary>What each model answer says in the stage.</summary>
    public IEnumerable<(string Title, MarkedText Text)> Models =>
        from answer in Revision.Answers.OrderBy(a => a.Order)
        let said = answer.Stages.FirstOrDefault(s => s.Stage == Stage.Id)
        where said is not null
        select (answer.Title, said.Text);

    public async Task<IActionResult> OnGetAsync(Guid id, string stage, CancellationToken ct) => await LoadAsync(id, stage, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, string stage, string? text, int baseRevision, CancellationToken ct)
    {
        if (!await LoadAsync(id, stage, ct)) return NotFound();
        Text = text ?? "";
        var typed = new Dictionary<string, string> { [stage] = Text };
        if (DraftForm.Validate(typed) is var (status, reason)) return this.Refuse(reason, status);
        var result = await saving.SaveAsync(new DraftKey(id, null), Draft.OwnerId, new DraftSave(baseRevision, typed, Begin: true), ct);
        if (result.Refusal is var (refused, why)) return this.Refuse(why, refused);
        if (result.Outcome == SaveOutcome.Conflict) return this.Refuse("这份作答在别处改过，两份都留着。您写的还在下面，再按一次「保存这一步」，就用您的。", StatusCodes.Status409Conflict);
        return result.Draft is null ? NotFound() : Redirect($"/drafts/{id}/review");
    }

    private async Task<bool> LoadAsync(Guid id, string stage, CancellationToken ct)
    {
        var draft = await db.Drafts.AsNoTracking().Include(d => d.Question).OwnedBy(person.Id).SingleOrDefaultAsync(d => d.Id == id && d.FinishedAt != null, ct);
        if (draft is null || await withheld.AreWithheldAsync(draft.QuestionId, person.Id, ct)) return false;
        (Draft, Revision) = (draft, await db.RevisionAsync(draft.QuestionRevisionId, ct));
        Framework = content.FrameworkOf(Revision.Framework);
        if (Framework.FindStage(stage) is not { } found) return false;
        (Stage, Text) = (found, draft.Text.Of(stage));
        return true;
    }
}
