using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>Takes a draft out of sight, and brings it back.</summary>
[AllowAnonymous]
public sealed class DeleteModel(AppDb db, CurrentPerson person, TimeProvider time) : PageModel
{
    public Draft Draft { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct) => await LoadAsync(id, db.Drafts.OwnedBy(person.Id), ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken ct)
    {
        if (!await LoadAsync(id, db.Drafts.OwnedBy(person.Id), ct)) return NotFound();
        Draft.Delete(time.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Redirect($"/drafts?deleted={Draft.Id}");
    }

    public async Task<IActionResult> OnPostUndoAsync(string id, CancellationToken ct)
    {
        if (!await LoadAsync(id, db.Drafts.DeletedBy(person.Id), ct)) return NotFound();
        Draft.BringBack();
        await db.SaveChangesAsync(ct);
        return Redirect("/drafts");
    }

    private async Task<bool> LoadAsync(string id, IQueryable<Draft> drafts, CancellationToken ct)
    {
        if (!DraftKey.TryParse(id, null, out var key) || await drafts.Include(d => d.Question).SingleOrDefaultAsync(d => d.Id == key.Id, ct) is not { } draft) return false;
        Draft = draft;
        return true;
    }
}
