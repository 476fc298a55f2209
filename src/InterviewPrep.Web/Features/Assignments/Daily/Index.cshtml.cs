using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Assignments.Daily;

/// <summary>A teacher's lists for 每日一练.</summary>
[Authorize(Policy = Policies.Teacher)]
public sealed class IndexModel(AppDb db, CurrentPerson person, TimeProvider time) : PageModel
{
    public IReadOnlyList<DailyTemplate> Templates { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) =>
        Templates = await db.DailyTemplates.AsNoTracking().Where(t => t.OwnerId == person.Id).OrderByDescending(t => t.CreatedAt).ToListAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var template = db.Add(new DailyTemplate(person.Id!.Value, "每日一练", time.GetUtcNow())).Entity;
        await db.SaveChangesAsync(ct);
        return Redirect($"/daily/{template.Id}");
    }
}
