using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Classes;
using InterviewPrep.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Assignments.OfClass;

/// <summary>The class's log, for its teachers: names shown, marks released and taken back, more time given, and who came and went.</summary>
[Authorize]
public sealed class LogModel(AppDb db, CurrentPerson person) : PageModel
{
    private const int PageSize = 50;

    public sealed record Row(DateTimeOffset At, string By, ClassEventKind Act, string Detail, Guid? AssignmentId, string? Assignment);

    public SchoolClass Class { get; private set; } = null!;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Paging Paging { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await db.Classes.AsNoTracking().TaughtBy(person.Id).SingleOrDefaultAsync(c => c.Id == id, ct) is not { } schoolClass) return NotFound();
        Class = schoolClass;
        var lines = db.ClassEvents.AsNoTracking().Where(e => e.ClassId == id);
        Paging = Paging.Of(Request, await lines.CountAsync(ct), PageSize);
        Rows = await lines.OrderByDescending(e => e.Id).Skip(Paging.Skip).Take(PageSize)
            .Select(e => new Row(e.At, db.Users.Where(u => u.Id == e.ById).Select(u => u.DisplayName).FirstOrDefault() ?? "（已注销）", e.Kind, e.Detail, e.AssignmentId,
                db.Assignments.Where(a => a.Id == e.AssignmentId).Select(a => a.Title).FirstOrDefault())).ToListAsync(ct);
        return Page();
    }
}
