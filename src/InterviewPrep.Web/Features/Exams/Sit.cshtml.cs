using InterviewPrep.Web.Content;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewPrep.Web.Features.Exams;

/// <summary>How a paper is to be sat; the button draws the number.</summary>
[AllowAnonymous]
public sealed class SitModel(ContentLibrary content, SittingStart start, CurrentPerson person) : PageModel
{
    [BindProperty]
    public SittingForm Input { get; set; } = new();

    public ExamPaper Paper { get; private set; } = null!;

    public RoomLayout? Layout => content.FindLayout(Paper.Layout);

    public SittingRules Room => start.RoomOf(Paper);

    public IActionResult OnGet(string slug) => Load(slug) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (!Load(slug)) return NotFound();
        if (!ModelState.IsValid) return this.Refuse(SittingForm.WrongNumbers);
        var (id, problem) = await start.OfPaperAsync(Paper, Input, person.EnsureVisitorId(), ct);
        return id is null ? this.Refuse(problem!) : Redirect($"/sittings/{id}");
    }

    private bool Load(string slug)
    {
        if (content.FindPaper(slug) is not { } paper) return false;
        Paper = paper;
        return true;
    }
}
