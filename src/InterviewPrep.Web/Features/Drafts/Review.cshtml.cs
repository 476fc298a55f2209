using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>One's own answer beside a model answer: first the points to look at, then both texts, then the self-score.</summary>
[AllowAnonymous]
public sealed class ReviewModel(AppDb db, AnswerComparisonReader reader, IEnumerable<IAfterSelfScore> afterScore, TimeProvider time) : PageModel
{
    public AnswerComparison Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, int answer, CancellationToken ct) => await LoadAsync(id, answer, ct) ? Page() : NotFound();

    /// <summary>Shows another model answer; what is ticked stays ticked and is kept with the self-score only.</summary>
    public async Task<IActionResult> OnPostAnswerAsync(string id, int shown, string[] ticks, CancellationToken ct)
    {
        if (!await LoadAsync(id, shown, ct) || Shown is { Draft.FinishedAt: null } or { IsWithheld: true }) return NotFound();
        Shown = Shown.Ticked(ticks);
        return Page();
    }

    public async Task<IActionResult> OnPostFinishAsync(string id, bool notMine, CancellationToken ct)
    {
        if (!await LoadAsync(id, 1, ct) || Shown.IsWithheld) return NotFound();
        if (Shown.Identity.Count > 0 && !notMine) return Page();
        var latest = await db.LatestVersionAsync(Shown.Draft.Id, ct);
        if (!Shown.Draft.Finish(latest, time.GetUtcNow())) return this.Refuse($"先写满 {Draft.FewestZi} 个字再对照：自己想过，示例才有用。");
        await db.SaveChangesAsync(ct);
        return Redirect($"/drafts/{Shown.Draft.Id}/review");
    }

    public async Task<IActionResult> OnPostScoreAsync(string id, string[] ticks, int answer, CancellationToken ct)
    {
        if (!await LoadAsync(id, 1, ct) || Shown is { Draft.FinishedAt: null } or { IsWithheld: true }) return NotFound();
        Shown.Score(ticks, time.GetUtcNow());
        foreach (var after in afterScore) await after.AfterScoreAsync(Shown.Draft, Shown.Revision, ct);
        await db.SaveChangesAsync(ct);
        return Redirect($"/drafts/{Shown.Draft.Id}/review{(answer > 1 ? $"?answer={answer}" : "")}#points-h");
    }

    private async Task<bool> LoadAsync(string id, int answer, CancellationToken ct)
    {
        if (await reader.ReadAsync(id, answer, !HttpMethods.IsGet(Request.Method), ct) is not { } shown) return false;
        Shown = shown;
        return true;
    }
}
