using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Assignments;
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

    private const int MostShown = 300;

    private const int LargestForm = 80 * 1024 * 1024;

    /// <param name="Code">Read from the photo where its place is taken; else empty.</param>
    public sealed record TrayRow(Guid Id, DateTimeOffset UploadedAt, string Code);

    /// <param name="For">The learner for whom this person brought it; null for an own one.</param>
    public sealed record AnswerRow(Guid Id, string Title, string? For, int Number, DateTimeOffset CreatedAt, int Pages, int OfPages);

    public sealed record CollectedRow(Guid ClassId, Guid AssignmentId, string Assignment, int Order, int CandidateNumber, Guid SubmissionId, int Pages, int OfPages);

    public IReadOnlyList<TrayRow> Tray { get; private set; } = [];

    public IReadOnlyList<AnswerRow> Answers { get; private set; } = [];

    /// <summary>Sheets of assignments that this person brought for learners.</summary>
    public IReadOnlyList<CollectedRow> Collected { get; private set; } = [];

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
        Tray = await db.ScanPages.AsNoTracking().InTrayOf(person.Id).OrderBy(p => p.UploadedAt).Select(p => new TrayRow(p.Id, p.UploadedAt, p.Code)).ToListAsync(ct);
        var me = person.Id;
        var sent = await db.ScanPages.AsNoTracking().Where(p => p.UploadedById == me && p.ReplacedAt == null && p.Answer!.AttemptId != null && p.Answer.OwnerId != me)
            .GroupBy(p => new { p.Answer!.AttemptId, p.Answer.AssignmentQuestionId }).Select(g => new { g.Key, Pages = g.Count(), OfPages = g.Max(p => p.OfPages) }).ToListAsync(ct);
        var attempts = sent.Select(s => s.Key.AttemptId!.Value).Distinct().ToList();
        var submissions = await db.Submissions.AsNoTracking().MarkedBy(me).Where(s => attempts.Contains(s.AttemptId)).OrderByDescending(s => s.HandedInAt).Take(MostShown)
            .Select(s => new { s.Id, s.AttemptId, s.AssignmentQuestionId, s.Assignment.ClassId, s.AssignmentId, s.Assignment.Title, s.AssignmentQuestion.Order, s.CandidateNumber }).ToListAsync(ct);
        Collected = [.. from s in submissions
                        join p in sent on (s.AttemptId, s.AssignmentQuestionId) equals (p.Key.AttemptId!.Value, p.Key.AssignmentQuestionId!.Value)
                        select new CollectedRow(s.ClassId, s.AssignmentId, s.Title, s.Order, s.CandidateNumber, s.Id, p.Pages, p.OfPages)];
        Answers = await db.ScannedAnswers.AsNoTracking().Where(a => a.OwnerId == me || (a.AttemptId == null && a.Pages.Any(p => p.UploadedById == me))).Where(a => a.Pages.Count > 0).OrderByDescending(a => a.CreatedAt)
            .Select(a => new AnswerRow(a.Id, a.Question.Title, a.OwnerId == me ? null : db.Users.Where(u => u.Id == a.OwnerId).Select(u => u.DisplayName).FirstOrDefault(), a.Number, a.CreatedAt, a.Pages.Count(p => p.ReplacedAt == null), a.Pages.Max(p => (int?)p.OfPages) ?? 0)).ToListAsync(ct);
    }
}
