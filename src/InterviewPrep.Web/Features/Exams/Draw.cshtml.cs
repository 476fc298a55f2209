using InterviewPrep.Web.Content;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewPrep.Web.Features.Exams;

/// <summary>A paper that is drawn from the bank by type, difficulty and what is not done.</summary>
[AllowAnonymous]
public sealed class DrawModel(SittingStart start, CurrentPerson person) : PageModel
{
    [BindProperty]
    public SittingForm Input { get; set; } = new();

    [BindProperty]
    public DrawForm Wanted { get; set; } = new() { OnlyNew = true };

    public IEnumerable<RoomLayout> Layouts => start.LayoutsToDraw;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var (id, problem) = await start.OfDrawnAsync(Wanted, Input, person.EnsureVisitorId(), ct);
        return id is null ? this.Refuse(problem!) : Redirect($"/sittings/{id}");
    }
}
