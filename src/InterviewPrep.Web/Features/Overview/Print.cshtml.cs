using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Assignments;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace InterviewPrep.Web.Features.Overview;

/// <summary>All answers with their marks on paper, one after the other.</summary>
[Authorize(Policy = Policies.Teacher)]
public sealed class PrintModel(AppDb db, ContentLibrary content, CurrentPerson person, TimeUp timeUp) : AssignmentPage(db, person)
{
    public AssignmentExport Export { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(toManage: true, ct)) return NotFound();
        await timeUp.CloseAsync(AssignmentId, ct);
        Export = await AssignmentExport.ReadAsync(Db, content, Assignment, await NamingAsync(ct), ct);
        return Page();
    }
}
