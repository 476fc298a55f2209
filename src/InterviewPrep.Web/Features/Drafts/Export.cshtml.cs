using InterviewPrep.Web.Features.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>Everything one wrote, as one download.</summary>
[AllowAnonymous]
public sealed class ExportModel(DraftExport export, CurrentPerson person) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var file = new MemoryStream();
        await export.WriteAsync(file, person.Id, ct);
        file.Position = 0;
        return File(file, "application/zip", export.FileName);
    }
}
