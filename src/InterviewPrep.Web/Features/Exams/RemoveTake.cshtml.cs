using InterviewPrep.Web.Features.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewPrep.Web.Features.Exams;

/// <summary>Removes one recording.</summary>
[AllowAnonymous]
public sealed class RemoveTakeModel(TakeKeeping keeping, CurrentPerson person) : PageModel
{
    public IActionResult OnGet() => NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, Guid take, int question, CancellationToken ct) =>
        await keeping.RemoveAsync(id, take, person.Id, ct) ? Redirect($"/sittings/{id}/report?q={question}") : NotFound();
}
