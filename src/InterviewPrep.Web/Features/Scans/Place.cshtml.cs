using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Handwriting;
using InterviewPrep.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Scans;

/// <summary>The place of one photographed page: it is put by its code, moved, taken out, or an earlier photo is had back.</summary>
[Authorize]
public sealed class PlaceModel(AppDb db, ScanFiling filing, CurrentPerson person) : PageModel
{
    public ScanPage Sheet { get; private set; } = null!;

    public bool IsFiled => Sheet.AnswerId is not null;

    /// <summary>True where it waits in this person's own tray after it was taken out.</summary>
    public bool IsOwn => Sheet.UploadedById == person.Id;

    /// <summary>Asked about: the photo that would be replaced.</summary>
    public StandingPage? Standing { get; private set; }

    /// <summary>Photos that had the place before, the latest first.</summary>
    public IReadOnlyList<ScanPage> Earlier { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    /// <param name="replaces">The photo whose place it takes, once that was asked.</param>
    public async Task<IActionResult> OnPostPlaceAsync(Guid id, string? code, Guid? replaces, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        var (outcome, _, standing) = await filing.FileAsync(Sheet, code, replaces, ct);
        if (outcome == FilingOutcome.Filed) return Redirect($"/scans/answers/{Sheet.AnswerId}");
        if (standing is not null) Standing = await StandingPage.ReadAsync(db, standing.Id, person.Id, ct);
        return outcome == FilingOutcome.Occupied ? Page() : this.Refuse(outcome switch
        {
            FilingOutcome.NotYours => "这个码是别人的答题纸，没有放。",
            FilingOutcome.NoPlace => "这份作业已经交了，或者现在不收，没有放。请老师来交。",
            _ => "没有这个码。看看是不是抄错了一位。",
        });
    }

    public async Task<IActionResult> OnPostTakeOutAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct) || !IsFiled) return NotFound();
        await filing.TakeOutAsync(Sheet, ct);
        return Redirect("/scans#tray");
    }

    /// <summary>Gives an earlier photo its place again.</summary>
    public async Task<IActionResult> OnPostRestoreAsync(Guid id, Guid earlier, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct) || Earlier.FirstOrDefault(p => p.Id == earlier) is not { } page) return NotFound();
        await filing.RestoreAsync(page, ct);
        return Redirect($"/scans/pages/{page.Id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        var page = await db.ScanPages.Include(p => p.Answer!.Question).InTrayOf(person.Id).SingleOrDefaultAsync(p => p.Id == id, ct)
            ?? await db.ScanPages.Include(p => p.Answer!.Question).ArrangedBy(person.Id).SingleOrDefaultAsync(p => p.Id == id && p.ReplacedAt == null, ct);
        if (page is null) return false;
        Sheet = page;
        Earlier = page.AnswerId is null ? [] : await db.ScanPages.ArrangedBy(person.Id).Where(p => p.AnswerId == page.AnswerId && p.Number == page.Number && p.ReplacedAt != null)
            .OrderByDescending(p => p.ReplacedAt).ToListAsync(ct);
        return true;
    }
}
