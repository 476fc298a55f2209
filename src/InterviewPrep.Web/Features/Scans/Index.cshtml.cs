using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Handwriting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Scans;

/// <summary>Bringing handwritten pages back: photos are chosen, filed by their code, and what is left waits here.</summary>
[Authorize]
[RequestSizeLimit(LargestForm)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestForm)]
public sealed class IndexModel(AppDb db, ScanFiling filing, CurrentPerson person) : PageModel
{
    /// <summary>Most photos of one form; with JavaScript they go one by one.</summary>
    public const int MostPhotos = 20;

    private const int LargestForm = 80 * 1024 * 1024;

    public IReadOnlyList<TrayRow> Tray { get; private set; } = [];

    public IReadOnlyList<BroughtAnswer> Answers { get; private set; } = [];

    /// <summary>Sheets of assignments that this person brought for learners.</summary>
    public IReadOnlyList<CollectedAnswer> Collected { get; private set; } = [];

    public IReadOnlyList<string> Problems { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(List<IFormFile> photos, CancellationToken ct)
    {
        var problems = new List<string>();
        foreach (var photo in photos.Take(MostPhotos))
        {
            await using var stream = photo.OpenReadStream();
            var (picture, status, reason) = await filing.RefusalAsync(ct) is { } full ? (null, 409, full) : await ScanPicture.ReadAsync(stream, ct);
            if (picture is null)
            {
                problems.Add($"{photo.FileName}：{reason}");
                Response.StatusCode = status;
            }
            else await filing.StoreAsync(picture, null, ct);
        }
        if (photos.Count == 0) problems.Add("先选照片。");
        if (photos.Count > MostPhotos) problems.Add($"一次最多 {MostPhotos} 张，后面的没有收。");
        if (problems.Count == 0) return Redirect("/scans#tray");
        Problems = problems;
        await LoadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostTurnAsync(Guid id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } page) return NotFound();
        await filing.TurnAsync(page, ct);
        return Redirect($"/scans#p-{id}");
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } page) return NotFound();
        await filing.RemoveAsync(page, ct);
        return Redirect("/scans#tray");
    }

    private Task<ScanPage?> FindAsync(Guid id, CancellationToken ct) => db.ScanPages.InTrayOf(person.Id).SingleOrDefaultAsync(p => p.Id == id, ct);

    private async Task LoadAsync(CancellationToken ct)
    {
        Tray = await db.TrayAsync(person.Id, ct);
        Answers = await db.BroughtAnswersAsync(person.Id, ct);
        Collected = await db.CollectedAnswersAsync(person.Id, ct);
    }
}
