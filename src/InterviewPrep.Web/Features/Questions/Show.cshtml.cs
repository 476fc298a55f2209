using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Drafts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Questions;

/// <summary>One question before it is answered: prompt, 审题, frame, and one's own earlier drafts.</summary>
[AllowAnonymous]
public sealed class ShowModel(AppDb db, ContentLibrary content, CurrentPerson person) : PageModel
{
    public sealed record DraftRow(Guid Id, int Attempt, DateTimeOffset SavedAt, DateTimeOffset? FinishedAt, int? Earned, int? Total);

    public QuestionRevision Revision { get; private set; } = null!;

    public Framework Frame { get; private set; } = null!;

    public IReadOnlyList<DraftRow> Drafts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await db.CurrentRevisionAsync(slug, person.Id, ct) is not { } revision || content.FindFramework(revision.Framework) is not { } frame) return NotFound();
        (Revision, Frame) = (revision, frame);
        Drafts = await db.Drafts.AsNoTracking().OwnedBy(person.Id).Answering(slug).OrderByDescending(d => d.Attempt)
            .Select(d => new DraftRow(d.Id, d.Attempt, d.SavedAt, d.FinishedAt, d.SelfScore!.Earned, d.SelfScore!.Total)).ToListAsync(ct);
        return Page();
    }
}
