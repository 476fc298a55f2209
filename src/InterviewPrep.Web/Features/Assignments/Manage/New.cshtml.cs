using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Classes;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Assignments.Manage;

/// <summary>Setting an assignment: questions out of the bank or a paper, and until when. The usual terms stand there already.</summary>
[Authorize]
public sealed class NewModel(AppDb db, ContentLibrary content, CurrentPerson person, SiteTime siteTime, TimeProvider time, QuestionPicker picker) : PageModel
{
    public SchoolClass Class { get; private set; } = null!;

    [BindProperty]
    public AssignmentForm Input { get; set; } = new();

    /// <summary>Slugs of the questions, in the order in which they were chosen.</summary>
    [BindProperty(SupportsGet = true)]
    public List<string> Pick { get; set; } = [];

    [BindProperty]
    public string? Paper { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public IReadOnlyList<PickedQuestion> Picked { get; private set; } = [];

    public IReadOnlyList<PickedQuestion> Found { get; private set; } = [];

    public IReadOnlyList<ExamPaper> Papers => content.Papers;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        Input = AssignmentForm.Usual(time.GetUtcNow(), siteTime.Zone);
        return await LoadAsync(id, ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string? action, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        ModelState.Clear();
        if (action == "search") return Page();
        var paper = content.FindPaper(Paper ?? "");
        Input.TakeMinutesOf(paper);
        TryValidateModel(Input, FormView.Prefix);
        var (questions, problem) = await picker.ReadAsync(paper?.Questions ?? [.. Picked.Select(p => p.Slug)], ct);
        if (problem is not null) ModelState.AddModelError(nameof(Pick), problem);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        var assignment = db.Add(new Assignment(id, Input.Read(siteTime.Zone).Plan, questions, paper?.Slug, person.Id!.Value, time.GetUtcNow())).Entity;
        await db.SaveChangesAsync(ct);
        return Redirect($"/classes/{id}/assignments/{assignment.Id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await db.Classes.AsNoTracking().TaughtBy(person.Id).Open().SingleOrDefaultAsync(c => c.Id == id, ct) is not { } schoolClass) return false;
        Class = schoolClass;
        var picks = Pick.Distinct().Take(AssignmentPlan.MostQuestions + 1).ToList();
        Picked = await picker.PickedAsync(picks, ct);
        Found = await picker.FoundAsync(Q, picks, ct);
        return true;
    }
}
