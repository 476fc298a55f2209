using System.ComponentModel.DataAnnotations;
using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Shared;
using InterviewPrep.Web.Site;
using InterviewPrep.Web.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>The versions of a draft: what changed from one to the next, two of them compared, an older one restored.</summary>
[AllowAnonymous]
public sealed class HistoryModel(AppDb db, ContentLibrary content, CurrentPerson person, SiteTime time) : PageModel
{
    private const string Moved = "别处刚刚又保存了一次，请看一下最新的，再按一次。";

    private const int PageSize = 30;

    /// <param name="Before">What it is compared with: the version before; for the other text of a conflict, the present one.</param>
    public sealed record Row(DraftVersion Version, string Title, DraftVersion? Before, bool IsCurrent);

    [BindProperty(SupportsGet = true)]
    public int? From { get; init; }

    [BindProperty(SupportsGet = true)]
    public int? To { get; init; }

    [BindProperty]
    [StringLength(DraftVersion.LongestName)]
    public string? Name { get; init; }

    public string? Problem { get; private set; }

    public Draft Draft { get; private set; } = null!;

    public Framework Framework { get; private set; } = null!;

    /// <summary>All versions, newest first.</summary>
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>Those of this page.</summary>
    public IEnumerable<Row> Shown => Rows.Skip(Paging.Skip).Take(PageSize);

    public Paging Paging { get; private set; } = null!;

    /// <summary>The two versions that are compared; null where the draft has only one.</summary>
    public (Row From, Row To)? Compared { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct) => await LoadAsync(id, ct) && !Paging.IsBeyond ? Page() : NotFound();

    /// <summary>What changed since the version before; for the other text of a conflict, against the present text.</summary>
    public string Change(Row row) =>
        row.Version.IsAside ? "和现在比：" + VersionChange.Describe(Framework, row.Version.Text, Draft.Text)
        : row.Before is { } before ? VersionChange.Describe(Framework, before.Text, row.Version.Text)
        : "第一版";

    public async Task<IActionResult> OnPostNameAsync(string id, CancellationToken ct)
    {
        // A version of its own has nothing that two presses at the same moment could collide on: they take turns.
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (DraftKey.TryParse(id, null, out var key)) await db.Drafts.OwnedBy(person.Id).Where(d => d.Id == key.Id).LockRowsAsync(ct);
        if (!await LoadAsync(id, ct)) return NotFound();
        var name = Name?.Trim() ?? "";
        if (!ModelState.IsValid || name.Length == 0 || ForbiddenCharacters.Find(name) is not null) return Refuse($"名字写 1 到 {DraftVersion.LongestName} 个字符。");
        Draft.SaveNamed(name, Latest, time.Now);
        var answer = await SaveAsync(ct);
        await transaction.CommitAsync(ct);
        return answer;
    }

    public async Task<IActionResult> OnPostRestoreAsync(string id, int version, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct) || Rows.FirstOrDefault(r => r.Version.Id == version) is not { } row) return NotFound();
        Draft.Restore(row.Version, Latest, $"恢复自 {time.Long(row.Version.SavedAt)}", time.Now);
        return await SaveAsync(ct);
    }

    private DraftVersion? Latest => Rows.FirstOrDefault(r => !r.Version.IsAside)?.Version;

    private async Task<IActionResult> SaveAsync(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return Redirect($"/drafts/{Draft.Id}/history");
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refuse(Moved);
        }
    }

    private PageResult Refuse(string problem)
    {
        Problem = problem;
        return Page();
    }

    private async Task<bool> LoadAsync(string id, CancellationToken ct)
    {
        if (!DraftKey.TryParse(id, null, out var key)
            || await db.Drafts.Include(d => d.Question).Include(d => d.QuestionRevision).Include(d => d.Versions.OrderBy(v => v.Id)).AsSplitQuery()
                .OwnedBy(person.Id).SingleOrDefaultAsync(d => d.Id == key.Id, ct) is not { } draft
            || content.FindFramework(draft.QuestionRevision.Framework) is not { } framework) return false;
        (Draft, Framework) = (draft, framework);
        Rows = [.. List().Reverse()];
        Paging = Paging.Of(Request, Rows.Count, PageSize);
        var to = Rows.FirstOrDefault(r => r.Version.Id == To) ?? Rows.FirstOrDefault(r => !r.Version.IsAside);
        var from = Rows.FirstOrDefault(r => r.Version.Id == (From ?? to?.Before?.Id));
        Compared = from is null || to is null || from == to || (Paging.Page > 1 && To is null) ? null : (from, to);
        return true;
    }

    private IEnumerable<Row> List()
    {
        var (number, latest) = (0, Draft.Versions.LastOrDefault(v => !v.IsAside));
        DraftVersion? before = null;
        foreach (var version in Draft.Versions)
        {
            if (version.IsAside)
            {
                yield return new(version, "冲突时的另一份", latest, false);
                continue;
            }
            yield return new(version, $"第 {++number} 版", before, version == latest);
            before = version;
        }
    }
}
