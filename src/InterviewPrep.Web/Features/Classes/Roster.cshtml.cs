using System.Text.Json;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Shared.Spreadsheets;
using InterviewPrep.Web.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Classes;

/// <summary>The roster: what stands in it, and a file that changes it, seen before anything is written.</summary>
[Authorize]
[RequestSizeLimit(RosterFile.LargestFile + 512 * 1024)]
public sealed class RosterModel(AppDb db, CurrentPerson person, TimeProvider time) : PageModel
{
    public const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public SchoolClass Class { get; private set; } = null!;

    /// <summary>What the uploaded file would do; null before one was uploaded.</summary>
    public RosterPlan? Plan { get; private set; }

    public IReadOnlyList<RosterProblem> Problems { get; private set; } = [];

    /// <summary>The lines of the file, for the second step.</summary>
    public string Lines { get; private set; } = "";

    public string? Done { get; private set; }

    public int CountOf(RosterOutcome outcome) => Plan?.Findings.Count(f => f.Outcome == outcome) ?? 0;

    public async Task<IActionResult> OnGetAsync(Guid id, string? done, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        Done = done is { Length: < 40 } && done.All(c => char.IsAsciiDigit(c) || c == '-') ? done : null;
        return Page();
    }

    public async Task<IActionResult> OnGetTemplateAsync(Guid id, string? format, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        var rows = Class.Roster.Where(r => r.LeftAt is null).OrderBy(r => r.Number, StringComparer.Ordinal).Select(r => (r.Number, r.Name)).ToList();
        if (rows.Count == 0) rows = [("2026001", "学员一"), ("2026002", "学员二")];
        return format == "csv" ? File(RosterTemplate.Of(rows).ToCsv(), "text/csv; charset=utf-8", "花名册.csv") : File(Workbook.Write(RosterTemplate.Of(rows)), XlsxType, "花名册.xlsx");
    }

    /// <summary>The first step: reads the file and shows what it would do.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, IFormFile? file, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        if (file is null || file.Length > RosterFile.LargestFile)
        {
            Problems = [new RosterProblem("", file is null ? "请先选一个 .xlsx 或 .csv 文件。" : "文件超过 2 MB，请只留花名册那一张表。")];
            return Page();
        }
        var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, ct);
        var (lines, problems) = RosterFile.Read(bytes.ToArray());
        (Problems, Lines) = (problems, JsonSerializer.Serialize(lines));
        if (lines.Count > 0) Plan = RosterPlan.Compare(Class, lines);
        return Page();
    }

    /// <summary>The second step: does what was shown. Compared anew, so that twice does no harm.</summary>
    public async Task<IActionResult> OnPostApplyAsync(Guid id, string? lines, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        if (Read(lines) is not { } read) return BadRequest();
        var (now, plan) = (time.GetUtcNow(), RosterPlan.Compare(Class, read));
        var counts = $"{Count(plan, RosterOutcome.New)}-{Count(plan, RosterOutcome.Changed)}-{Count(plan, RosterOutcome.Conflict)}";
        plan.Apply(now);
        db.Add(new ClassEvent(id, null, person.Id!.Value, ClassEventKind.RosterImported, $"新增 {Count(plan, RosterOutcome.New)}，更新 {Count(plan, RosterOutcome.Changed)}", now));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (db.IsUniqueViolation(e))
        {
            // Somebody else imported at the same moment: the file is compared with what is there now.
            db.ChangeTracker.Clear();
            await LoadAsync(id, ct);
            (Lines, Plan) = (lines!, RosterPlan.Compare(Class, read));
            return Page();
        }
        return Redirect($"/classes/{id}/roster?done={counts}");
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

    private static int Count(RosterPlan plan, RosterOutcome outcome) => plan.Findings.Count(f => f.Outcome == outcome);

    private static List<RosterLine>? Read(string? lines)
    {
        try
        {
            var read = JsonSerializer.Deserialize<List<RosterLine>>(lines ?? "");
            var good = read?.Count is > 0 and <= RosterPlan.MostLines && read.All(l => l is { Number: not null, Name: not null } && ForbiddenCharacters.Find(l.Number + l.Name) is null);
            return good ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        var schoolClass = await db.Classes.Include(c => c.Archive).Include(c => c.Roster).AsSplitQuery().TaughtBy(person.Id).SingleOrDefaultAsync(c => c.Id == id, ct);
        if (schoolClass is null) return false;
        Class = schoolClass;
        return true;
    }
}
