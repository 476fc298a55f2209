using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Classes.Import;
using InterviewPrep.Web.Features.Shared.Spreadsheets;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Classes;

/// <summary>The roster: what stands in it, and a file that changes it, seen before anything is written.</summary>
[Authorize]
[RequestSizeLimit(RosterFile.LargestFile + 512 * 1024)]
public sealed class RosterModel(AppDb db, CurrentPerson person, RosterImport import, TimeProvider time) : PageModel
{
    public SchoolClass Class { get; private set; } = null!;

    /// <summary>What the uploaded file would do; null before one was uploaded.</summary>
    public RosterPreview? Preview { get; private set; }

    public ImportResult? Done { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, string? done, CancellationToken ct)
    {
        Done = ImportResult.Read(done);
        return await LoadAsync(id, ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnGetTemplateAsync(Guid id, string? format, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        var table = RosterTemplate.Of(Class);
        return format == "csv" ? File(table.ToCsv(), "text/csv; charset=utf-8", "花名册.csv") : File(Workbook.Write(table), Workbook.ContentType, "花名册.xlsx");
    }

    /// <summary>The first step: reads the file and shows what it would do.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, IFormFile? file, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        Preview = await import.ReadAsync(Class, person.Id!.Value, file, ct);
        return Page();
    }

    /// <summary>The same sheet by other columns.</summary>
    public async Task<IActionResult> OnPostColumnsAsync(Guid id, string? sheet, int number, int name, int firstRow, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        Preview = number >= 0 && name >= 0 ? await import.ChooseAsync(Class, sheet, new(number, name, firstRow), ct) : null;
        return Preview is null ? BadRequest() : Page();
    }

    /// <summary>The second step: does what was shown.</summary>
    public async Task<IActionResult> OnPostApplyAsync(Guid id, string? lines, bool takesOdd, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        var (plan, anew) = await import.ApplyAsync(Class, person.Id!.Value, lines, takesOdd, ct);
        if (plan is not null) return Redirect($"/classes/{id}/roster?done={ImportResult.Of(plan)}");
        Preview = anew;
        return anew is null ? BadRequest() : Page();
    }

    /// <summary>Takes a line out of the roster, or puts it back; the person's place in the class is another matter.</summary>
    public async Task<IActionResult> OnPostRowAsync(Guid id, int row, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct) || Class.Roster.SingleOrDefault(r => r.Id == row) is not { } line) return NotFound();
        if (line.LeftAt is null) line.Leave(time.GetUtcNow());
        else line.Return();
        await db.SaveChangesAsync(ct);
        return Redirect($"/classes/{id}/roster");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        var schoolClass = await db.Classes.Include(c => c.Archive).Include(c => c.Roster).AsSplitQuery().TaughtBy(person.Id).SingleOrDefaultAsync(c => c.Id == id, ct);
        if (schoolClass is null) return false;
        Class = schoolClass;
        return true;
    }
}
