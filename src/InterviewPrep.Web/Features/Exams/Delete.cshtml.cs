using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Exams;

/// <summary>Removes a sitting with all that was written in it.</summary>
[AllowAnonymous]
public sealed class DeleteModel(AppDb db, TakeFolder folder, CurrentPerson person) : PageModel
{
    public ExamSitting Sitting { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        var takes = await db.ExamTakes.Where(t => t.SittingId == id).Select(t => t.Id).ToListAsync(ct);
        await db.ExamSittings.OwnedBy(person.Id).Where(s => s.Id == id).ExecuteDeleteAsync(ct);
        foreach (var take in takes) folder.Delete(take);
        return Redirect("/sittings");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await db.ExamSittings.AsNoTracking().OwnedBy(person.Id).SingleOrDefaultAsync(s => s.Id == id, ct) is not { } sitting) return false;
        Sitting = sitting;
        return true;
    }
}
