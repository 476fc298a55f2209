using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewPrep.Web.Features.Exams;

/// <summary>Adds a recording from a recorder to an answer.</summary>
[AllowAnonymous]
[RequestSizeLimit(ExamTake.LargestFile + 512 * 1024)]
[RequestFormLimits(MultipartBodyLengthLimit = ExamTake.LargestFile + 512 * 1024)]
public sealed class TakesModel(TakeKeeping keeping, CurrentPerson person) : PageModel
{
    /// <summary>Where it belongs, to go back to.</summary>
    public string Back { get; private set; } = "";

    public IActionResult OnGet() => NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, Guid key, int question, IFormFile? file, CancellationToken ct)
    {
        Back = $"/sittings/{id}/report?q={question}";
        await using var stream = file?.OpenReadStream() ?? Stream.Null;
        var result = await keeping.AddFileAsync(id, key, question, person.Id, stream, ct);
        if (result.Status == StatusCodes.Status404NotFound) return NotFound();
        if (result.Status == StatusCodes.Status200OK) return Redirect(Back);
        return this.Refuse(result.Reason, result.Status);
    }
}
