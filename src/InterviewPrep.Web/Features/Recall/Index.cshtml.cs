using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Shared;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Recall;

/// <summary>One missed point at a time, said for another question, compared, graded.</summary>
[AllowAnonymous]
public sealed class IndexModel(AppDb db, DailyRecall queue, RecallWork work, CurrentPerson person, SiteTime time) : PageModel
{
    public DailyRecall.Today Today { get; private set; } = null!;

    public RecallExercise? Exercise { get; private set; }

    /// <summary>True where the example and the grades are shown.</summary>
    public bool IsRevealed { get; private set; }

    public string Words { get; private set; } = "";

    /// <summary>Key of the form: the same grade sent twice counts once.</summary>
    public Guid Key { get; private set; } = Guid.NewGuid();

    [BindProperty(SupportsGet = true)]
    public bool More { get; set; }

    /// <summary>Where no exercise is due: the day on which the next one is, or null.</summary>
    public DateOnly? NextDay { get; private set; }

    /// <summary>With the grades: the day on which each brings the point back.</summary>
    public IReadOnlyDictionary<RecallGrade, DateOnly> DueAfter { get; private set; } = new Dictionary<RecallGrade, DateOnly>();

    private string Again => More ? "/recall?more=true" : "/recall";

    public async Task OnGetAsync(CancellationToken ct) => await LoadAsync(ct);

    public async Task<IActionResult> OnPostRevealAsync(int item, string? words, Guid key, CancellationToken ct)
    {
        await LoadAsync(ct);
        (Exercise, Words, Key) = (await queue.FindAsync(item, person.Id, ct), words ?? "", key);
        if (Exercise is null) return NotFound();
        if (RecallAnswer.ProblemOf(Words) is { } problem) return this.Refuse(problem);
        (IsRevealed, DueAfter) = (true, await work.DueAfterAsync(Exercise.Item, ct));
        return Page();
    }

    public async Task<IActionResult> OnPostGradeAsync(int item, string? words, Guid key, RecallGrade grade, CancellationToken ct)
    {
        if (!Enum.IsDefined(grade) || key == Guid.Empty || RecallAnswer.ProblemOf(words ?? "") is not null) return BadRequest();
        return await work.GradeAsync(item, words ?? "", key, grade, ct) ? Redirect(Again) : NotFound();
    }

    public async Task<IActionResult> OnPostUndoAsync(Guid answer, CancellationToken ct) => await work.UndoAsync(answer, ct) ? Redirect(Again) : NotFound();

    private async Task LoadAsync(CancellationToken ct)
    {
        Today = await queue.ReadAsync(person.Id, More, ct);
        Exercise = Today.Next;
        if (Exercise is null)
            NextDay = await db.RecallItems.OwnedBy(person.Id).Where(i => i.DueOn > time.Today).OrderBy(i => i.DueOn).Select(i => (DateOnly?)i.DueOn).FirstOrDefaultAsync(ct);
    }
}
