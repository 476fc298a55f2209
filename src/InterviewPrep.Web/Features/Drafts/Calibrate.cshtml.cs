using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Questions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>Before the own answer one scores two of the bank and sees where the annotation differs. Nothing is kept.</summary>
[AllowAnonymous]
public sealed class CalibrateModel(AppDb db, ContentLibrary content, CurrentPerson person, IWithheldAnswers withheld) : PageModel
{
    public Draft Draft { get; private set; } = null!;

    public Framework Framework { get; private set; } = null!;

    /// <summary>The expected points, in the order of the question.</summary>
    public IReadOnlyList<ScoringPoint> Points { get; private set; } = [];

    public IReadOnlyList<CalibrationAnswer> Answers { get; private set; } = [];

    /// <summary>True once the learner has scored both.</summary>
    public bool IsScored { get; private set; }

    private string[] Good { get; set; } = [];

    private string[] Weak { get; set; } = [];

    /// <summary>What the learner ticked in an answer.</summary>
    public IReadOnlyCollection<string> TicksOf(CalibrationAnswer answer) => answer.Key == "good" ? Good : Weak;

    public IReadOnlyList<CalibrationDifference> DifferencesOf(CalibrationAnswer answer) => Calibration.Differences(answer, Points.Select(p => p.Id), TicksOf(answer));

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, string[] good, string[] weak, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        (Good, Weak, IsScored) = (good, weak, true);
        return Page();
    }

    private async Task<bool> LoadAsync(string id, CancellationToken ct)
    {
        if (!DraftKey.TryParse(id, null, out var key)
            || await db.Drafts.AsNoTracking().Include(d => d.Question).OwnedBy(person.Id).SingleOrDefaultAsync(d => d.Id == key.Id, ct) is not { FinishedAt: not null } draft
            || await withheld.AreWithheldAsync(draft.QuestionId, person.Id, ct)) return false;
        var revision = await db.RevisionAsync(draft.QuestionRevisionId, ct);
        (Draft, Framework) = (draft, content.FrameworkOf(revision.Framework));
        Points = [.. revision.Points.OrderBy(p => p.Order).Select(p => Framework.FindPoint(p.Point)).OfType<ScoringPoint>()];
        Answers = Calibration.Of(revision, Framework);
        return true;
    }
}
