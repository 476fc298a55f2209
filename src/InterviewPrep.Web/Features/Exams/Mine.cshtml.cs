using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Exams;

/// <summary>One's own sittings, the newest first.</summary>
[AllowAnonymous]
public sealed class MineModel(AppDb db, CurrentPerson person, TimeProvider time) : PageModel
{
    private const int PageSize = 20;

    public IReadOnlyList<(ExamSitting Sitting, SittingCourse Course)> Rows { get; private set; } = [];

    public Paging Paging { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var mine = db.ExamSittings.AsNoTracking().OwnedBy(person.Id);
        Paging = Paging.Of(Request, await mine.CountAsync(ct), PageSize);
        if (Paging.IsBeyond) return NotFound();
        Rows = [.. (await mine.OrderByDescending(s => s.CreatedAt).ThenByDescending(s => s.Id).Skip(Paging.Skip).Take(PageSize).ToListAsync(ct)).Select(s => (s, s.CourseAt(time.GetUtcNow())))];
        return Page();
    }
}
