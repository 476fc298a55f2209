using System.ComponentModel.DataAnnotations;
using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Shared;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>The versions of a draft: what changed from one to the next, two of them compared, an older one restored.</summary>
[AllowAnonymous]
public sealed class HistoryModel(AppDb db, ContentLibrary content, DraftTimeline timeline, DraftRevival revival, CurrentPerson person, SiteTime time) : PageModel
{
    private const int PageSize = 30;

    [BindProperty(SupportsGet = true)]
    public int? From { get; init; }

    [BindProperty(SupportsGet = true)]
    public int? To { get; init; }

    /// <summary>A name that is typed and not given yet; restoring a version does not lose it.</summary>
    [BindProperty(SupportsGet = true)]
    [StringLength(DraftVersion.LongestName)]
    public string? Name { get; init; }

    public Draft Draft { get; private set; } = null!;

    public Framework Framework { get; private set; } = null!;

    /// <summary>Those of this page, newest first.</summary>
    public IReadOnlyList<ShownVersion> Shown { get; private set; } = [];

    public Paging Paging { get; private set; } = null!;

    /// <summary>The two versions that are compared; null where the draft has only one.</summary>
    public ComparedVersions? Compared { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct) => await LoadAsync(id, ct) && !Paging.IsBeyond ? Page() : NotFound();

    public async Task<IActionResult> OnPostNameAsync(string id, CancellationToken ct) =>
        await AnswerAsync(id, ModelState.IsValid ? await revival.NameAsync(id, person.Id, Name, ct) : DraftRevival.WrongName, null, ct);

    public async Task<IActionResult> OnPostRestoreAsync(string id, int version, CancellationToken ct) =>
        await AnswerAsync(id, await revival.RestoreAsync(id, person.Id, version, at => $"恢复自 {time.Long(at)}", ct), Name, ct);

    private async Task<IActionResult> AnswerAsync(string id, DraftRevival.Outcome outcome, string? name, CancellationToken ct)
    {
        if (outcome.IsDone) return RedirectToPage(new { id, name });
        if (outcome.IsMissing || !await LoadAsync(id, ct)) return NotFound();
        return this.Refuse(outcome.Problem!);
    }

    private async Task<bool> LoadAsync(string id, CancellationToken ct)
    {
        if (!DraftKey.TryParse(id, null, out var key)
            || await db.Drafts.AsNoTracking().Include(d => d.Question).Include(d => d.QuestionRevision).OwnedBy(person.Id).SingleOrDefaultAsync(d => d.Id == key.Id, ct) is not { } draft) return false;
        (Draft, Framework) = (draft, content.FrameworkOf(draft.QuestionRevision.Framework));
        var rows = await timeline.RowsAsync(draft.Id, ct);
        Paging = Paging.Of(Request, rows.Count, PageSize);
        Shown = await timeline.ShownAsync(Framework, rows, [.. rows.Skip(Paging.Skip).Take(PageSize)], ct);
        var to = rows.FirstOrDefault(r => r.Id == To) ?? rows.FirstOrDefault(r => r.IsCurrent);
        if (Paging.Page == 1 || To is not null) Compared = await timeline.CompareAsync(Framework, rows.FirstOrDefault(r => r.Id == (From ?? to?.BeforeId)), to, ct);
        return true;
    }
}
