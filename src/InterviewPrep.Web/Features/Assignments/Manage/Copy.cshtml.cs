using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Classes;
using InterviewPrep.Web.Features.Shared;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Assignments.Manage;

/// <summary>The same assignment for another class, or again for this one, so many weeks later.</summary>
[Authorize]
public sealed class CopyModel(AppDb db, CurrentPerson person, SiteTime siteTime, TimeProvider time) : PageModel
{
    public const int MostWeeks = 52;

    public sealed record ClassRow(Guid Id, string Name);

    public Assignment Assignment { get; private set; } = null!;

    public IReadOnlyList<ClassRow> Classes { get; private set; } = [];

    public int Weeks { get; private set; } = 1;

    public Guid Target { get; private set; }

    /// <summary>The deadline, so many weeks later.</summary>
    public DateTimeOffset Moved(int weeks) => WallClock.AddWeeks(Assignment.DueAt, weeks, siteTime.Zone);

    public async Task<IActionResult> OnGetAsync(Guid id, Guid aid, CancellationToken ct)
    {
        Target = id;
        return await LoadAsync(id, aid, ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid aid, Guid target, int weeks, CancellationToken ct)
    {
        if (!await LoadAsync(id, aid, ct) || Classes.All(c => c.Id != target)) return NotFound();
        (Weeks, Target) = (weeks, target);
        if (weeks is < 0 or > MostWeeks || !ModelState.IsValid) return this.Refuse($"往后移 0 到 {MostWeeks} 周。");
        var copy = db.Add(Assignment.CopyTo(target, weeks, siteTime.Zone, person.Id!.Value, time.GetUtcNow())).Entity;
        await db.SaveChangesAsync(ct);
        return Redirect($"/classes/{target}/assignments/{copy.Id}/edit");
    }

    private async Task<bool> LoadAsync(Guid id, Guid aid, CancellationToken ct)
    {
        var assignment = await db.Assignments.AsNoTracking().Include(a => a.Questions).ThenInclude(q => q.Rubrics).AsSplitQuery().TaughtBy(person.Id).SingleOrDefaultAsync(a => a.Id == aid && a.ClassId == id, ct);
        if (assignment is null) return false;
        Assignment = assignment;
        Classes = await db.Classes.TaughtBy(person.Id).Open().OrderBy(c => c.Name).Select(c => new ClassRow(c.Id, c.Name)).ToListAsync(ct);
        return true;
    }
}
