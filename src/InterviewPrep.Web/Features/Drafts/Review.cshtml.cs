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

/// <summary>One's own answer beside a model answer: first the points to look at, then both texts, then the self-score.</summary>
[AllowAnonymous]
public sealed class ReviewModel(AppDb db, ContentLibrary content, CurrentPerson person, IWithheldAnswers withheld, IdentityReader identity, StockPhrases stock, IEnumerable<IAfterSelfScore> afterScore, TimeProvider time) : PageModel
{
    public Draft Draft { get; private set; } = null!;

    public QuestionRevision Revision { get; private set; } = null!;

    public Framework Framework { get; private set; } = null!;

    public ModelAnswer Answer => Revision.Answers.OrderBy(a => a.Order).ElementAt(AnswerIndex);

    public int AnswerIndex { get; private set; }

    /// <summary>True while an assignment keeps the model answer back.</summary>
    public bool IsWithheld { get; private set; }

    /// <summary>Before handing in, the words that tell who the person is.</summary>
    public IReadOnlyList<IdentityHit> Identity { get; private set; } = [];

    /// <summary>What the coach reads in the answer.</summary>
    public AnswerReading Reading { get; private set; } = null!;

    /// <summary>What to look at in the answer as a whole.</summary>
    public IReadOnlyList<Advice> Advice => AnswerAdvice.Of(Framework, Revision, Draft.Text, Reading, content);

    /// <summary>Words of the answer that many answers share.</summary>
    public IReadOnlyList<StockPhrase> Stock { get; private set; } = [];

    /// <summary>All expected points, in the order of the frame.</summary>
    public IReadOnlyList<ComparedPoint> Points { get; private set; } = [];

    /// <summary>Those to look at, the weightiest first.</summary>
    public IReadOnlyList<ComparedPoint> Open => [.. Points.Where(p => p.IsOpen).OrderByDescending(p => p.Weight)];

    /// <summary>What the page says first.</summary>
    public string Title => Framework.Coach is null ? $"{Points.Count} 个点，请逐个对照" : Open.Count == 0 ? $"{Points.Count} 个点，都认出来了" : $"{Points.Count} 个点，先看这 {Open.Count} 个";

    public int Total => Points.Sum(p => p.Weight);

    public async Task<IActionResult> OnGetAsync(string id, int answer, CancellationToken ct) => await LoadAsync(id, answer, ct) ? Page() : NotFound();

    /// <summary>Shows another model answer; what is ticked stays ticked and is kept with the self-score only.</summary>
    public async Task<IActionResult> OnPostAnswerAsync(string id, int shown, string[] ticks, CancellationToken ct)
    {
        if (!await LoadAsync(id, shown, ct) || Draft.FinishedAt is null || IsWithheld) return NotFound();
        Points = [.. Points.Select(p => p with { Ticked = ticks.Contains(p.Point.Id) })];
        return Page();
    }

    public async Task<IActionResult> OnPostFinishAsync(string id, bool notMine, CancellationToken ct)
    {
        if (!await LoadAsync(id, 1, ct) || IsWithheld) return NotFound();
        if (Identity.Count > 0 && !notMine) return Page();
        var latest = await db.LatestVersionAsync(Draft.Id, ct);
        if (!Draft.Finish(latest, time.GetUtcNow())) return this.Refuse($"先写满 {Draft.FewestZi} 个字再对照：自己想过，示例才有用。");
        await db.SaveChangesAsync(ct);
        return Redirect($"/drafts/{Draft.Id}/review");
    }

    public async Task<IActionResult> OnPostScoreAsync(string id, string[] ticks, int answer, CancellationToken ct)
    {
        if (!await LoadAsync(id, 1, ct) || Draft.FinishedAt is null || IsWithheld) return NotFound();
        var ticked = Points.Where(p => ticks.Contains(p.Point.Id)).ToList();
        Draft.Score([.. ticked.Select(p => p.Point.Id)], ticked.Sum(p => p.Weight), Total, time.GetUtcNow());
        foreach (var after in afterScore) await after.AfterScoreAsync(Draft, Revision, ct);
        await db.SaveChangesAsync(ct);
        return Redirect($"/drafts/{Draft.Id}/review{(answer > 1 ? $"?answer={answer}" : "")}#points-h");
    }

    private async Task<bool> LoadAsync(string id, int answer, CancellationToken ct)
    {
        if (!DraftKey.TryParse(id, null, out var key)
            || await (HttpMethods.IsGet(Request.Method) ? db.Drafts.AsNoTracking() : db.Drafts).Include(d => d.Question).Include(d => d.SelfScore).Include(d => d.Judgements).OwnedBy(person.Id).SingleOrDefaultAsync(d => d.Id == key.Id, ct) is not { } draft) return false;
        Revision = await db.RevisionAsync(draft.QuestionRevisionId, ct);
        var framework = content.FrameworkOf(Revision.Framework);
        (Draft, Framework) = (draft, framework);
        IsWithheld = await withheld.AreWithheldAsync(draft.QuestionId, person.Id, ct);
        AnswerIndex = Math.Clamp(answer - 1, 0, Math.Max(0, Revision.Answers.Count - 1));
        if (draft.FinishedAt is null) Identity = await identity.ReadAsync(draft.Text, Revision.Prompt, ct);
        else if (!IsWithheld) Stock = await stock.OfAsync(draft, Revision, ct);
        Reading = AnswerReading.Of(framework, draft.Text);
        Points = ComparedPoint.Of(Revision, framework, Reading, Answer, draft, content.Lessons);
        return true;
    }
}
