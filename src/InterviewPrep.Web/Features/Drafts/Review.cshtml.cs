using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Questions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>One's own answer beside a model answer, stage by stage, and the self-score by scoring points.</summary>
[AllowAnonymous]
public sealed class ReviewModel(AppDb db, ContentLibrary content, CurrentPerson person, IWithheldAnswers withheld, TimeProvider time) : PageModel
{
    /// <param name="Evidence">The stretch in the own answer that hints at the point, or null.</param>
    public sealed record PointRow(ScoringPoint Point, int Stage, int Weight, bool Ticked, string? Evidence);

    public Draft Draft { get; private set; } = null!;

    public QuestionRevision Revision { get; private set; } = null!;

    public Framework Framework { get; private set; } = null!;

    public ModelAnswer Answer => Revision.Answers.ElementAt(AnswerIndex);

    public int AnswerIndex { get; private set; }

    public string? Problem { get; private set; }

    /// <summary>True while an assignment keeps the model answer back.</summary>
    public bool IsWithheld { get; private set; }

    public IReadOnlyList<PointRow> Points { get; private set; } = [];

    public int Earned => Points.Where(p => p.Ticked).Sum(p => p.Weight);

    public int Total => Points.Sum(p => p.Weight);

    /// <summary>The own text of a stage with what the frame's cues found in it.</summary>
    public MarkedText Own(Stage stage) => new(Draft.Text.Of(stage.Id), Coach.Find(Framework, Draft.Text.Of(stage.Id)));

    public async Task<IActionResult> OnGetAsync(string id, int answer, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        if (IsWithheld) return Page();
        AnswerIndex = Math.Clamp(answer - 1, 0, Revision.Answers.Count - 1);
        return Page();
    }

    public async Task<IActionResult> OnPostFinishAsync(string id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct) || IsWithheld) return NotFound();
        var latest = await db.LatestVersionAsync(Draft.Id, ct);
        if (!Draft.Finish(latest, time.GetUtcNow()))
        {
            Problem = $"先写满 {Draft.FewestZi} 个字再对照：自己想过，示例才有用。";
            return Page();
        }
        await db.SaveChangesAsync(ct);
        return Redirect($"/drafts/{Draft.Id}/review");
    }

    public async Task<IActionResult> OnPostScoreAsync(string id, string[] ticks, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct) || Draft.FinishedAt is null || IsWithheld) return NotFound();
        var ticked = Points.Where(p => ticks.Contains(p.Point.Id)).ToList();
        Draft.Score([.. ticked.Select(p => p.Point.Id)], ticked.Sum(p => p.Weight), Total, time.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Redirect($"/drafts/{Draft.Id}/review#points-h");
    }

    private async Task<bool> LoadAsync(string id, CancellationToken ct)
    {
        if (!DraftKey.TryParse(id, null, out var key)
            || await db.Drafts.Include(d => d.Question).Include(d => d.SelfScore).OwnedBy(person.Id).SingleOrDefaultAsync(d => d.Id == key.Id, ct) is not { } draft) return false;
        Revision = await db.RevisionAsync(draft.QuestionRevisionId, ct);
        if (content.FindFramework(Revision.Framework) is not { } framework) return false;
        (Draft, Framework) = (draft, framework);
        IsWithheld = await withheld.AreWithheldAsync(draft.QuestionId, person.Id, ct);
        var evidence = framework.Stages.Select(s => draft.Text.Of(s.Id))
            .SelectMany(text => Coach.Find(framework, text).Select(m => (m.Id, Words: text.Substring(m.Start, m.Length))))
            .GroupBy(m => m.Id).ToDictionary(g => g.Key, g => g.First().Words);
        Points = [.. from expected in Revision.Points
                     let point = framework.FindPoint(expected.Point)
                     where point is not null
                     let found = evidence.GetValueOrDefault(point.Id)
                     select new PointRow(point, framework.FindStage(point.Stage)!.Number, expected.Weight, draft.SelfScore?.Ticks.Contains(point.Id) ?? found is not null, found)];
        return true;
    }
}
