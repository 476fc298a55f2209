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

/// <summary>The learner decides over one point: marks the words that make it, or says why what the coach sees does not.</summary>
[AllowAnonymous]
public sealed class JudgeModel(AppDb db, ContentLibrary content, CurrentPerson person, IWithheldAnswers withheld, TimeProvider time) : PageModel
{
    /// <summary>True where the learner says that it does not count.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Not { get; set; }

    public Draft Draft { get; private set; } = null!;

    public Framework Framework { get; private set; } = null!;

    public ScoringPoint Asked { get; private set; } = null!;

    /// <summary>The sentence in which the coach sees the point; null where it does not.</summary>
    public Evidence? Found { get; private set; }

    /// <summary>What the learner has said of the point so far.</summary>
    public PointJudgement? Said => Draft.Judgements.FirstOrDefault(j => j.Point == Asked.Id);

    /// <summary>The comparison, at the card of this point.</summary>
    public string Back => $"/drafts/{Draft.Id}/review#{ComparedPoint.AnchorOf(Asked.Id)}";

    public async Task<IActionResult> OnGetAsync(string id, string point, CancellationToken ct) => await LoadAsync(id, point, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, string point, string? place, DismissalReason? reason, bool mayTeach, CancellationToken ct)
    {
        if (!await LoadAsync(id, point, ct)) return NotFound();
        if (Not && !(reason is { } given && Enum.IsDefined(given))) return this.Refuse("请选一个原因。");
        if ((Not ? TextStretch.Of(Found, Draft.Text) : TextStretch.Parse(place, Draft.Text)) is not { } stretch) return this.Refuse("请先选出说到的那一句。");
        Draft.Judge(Asked.Id, stretch, Not ? reason : null, mayTeach, time.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Redirect(Back);
    }

    /// <summary>Takes back what was said of the point.</summary>
    public async Task<IActionResult> OnPostWithdrawAsync(string id, string point, CancellationToken ct)
    {
        if (!await LoadAsync(id, point, ct)) return NotFound();
        Draft.WithdrawJudgement(Asked.Id);
        await db.SaveChangesAsync(ct);
        return Redirect(Back);
    }

    private async Task<bool> LoadAsync(string id, string point, CancellationToken ct)
    {
        if (!DraftKey.TryParse(id, null, out var key)
            || await db.Drafts.Include(d => d.Question).Include(d => d.QuestionRevision).Include(d => d.Judgements).OwnedBy(person.Id).SingleOrDefaultAsync(d => d.Id == key.Id, ct) is not { FinishedAt: not null } draft
            || content.FrameworkOf(draft.QuestionRevision.Framework) is var framework && framework.FindPoint(point) is not { } asked
            || await withheld.AreWithheldAsync(draft.QuestionId, person.Id, ct)) return false;
        (Draft, Framework, Asked) = (draft, framework, asked);
        Found = AnswerReading.Of(framework, draft.Text).Best(point) is { Counts: true } found ? found : null;
        return !Not || Found is not null || Said is { IsMade: false };
    }
}
