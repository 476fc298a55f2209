using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>One draft of one's own, to read.</summary>
[AllowAnonymous]
public sealed class ShowModel(AppDb db, ContentLibrary content, CurrentPerson person) : PageModel
{
    public Draft Draft { get; private set; } = null!;

    public Framework Framework { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct)
    {
        if (!DraftKey.TryParse(id, null, out var key)
            || await db.Drafts.AsNoTracking().Include(d => d.Question).Include(d => d.QuestionRevision).OwnedBy(person.Id).SingleOrDefaultAsync(d => d.Id == key.Id, ct) is not { } draft) return NotFound();
        (Draft, Framework) = (draft, content.FrameworkOf(draft.QuestionRevision.Framework));
        return Page();
    }
}
