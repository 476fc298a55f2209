using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Classes;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Assignments.OfClass;

/// <summary>One class: for teachers how to join it and what was set, for learners what is to be done.</summary>
[Authorize]
public sealed class ShowModel(AppDb db, CurrentPerson person, AttemptCloser closer, TimeProvider time) : PageModel
{
    /// <param name="HandedIn">How many learners handed in at least once.</param>
    /// <param name="Unmarked">Latest answers without a complete mark.</param>
    public sealed record AssignmentRow(Guid Id, string Title, DateTimeOffset OpensAt, DateTimeOffset DueAt, int HandedIn, int Unmarked, bool IsReleased);

    public SchoolClass Class { get; private set; } = null!;

    public ClassRole Role { get; private set; }

    public int Learners { get; private set; }

    public string Teachers { get; private set; } = "";

    public IReadOnlyList<AssignmentRow> Set { get; private set; } = [];

    public IReadOnlyList<DueRow> Due { get; private set; } = [];

    public string JoinAddress => $"{Request.Origin()}/join/{Class.JoinCode}";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var me = person.Id!.Value;
        if (await db.Classes.AsNoTracking().Include(c => c.Archive).Of(me).SingleOrDefaultAsync(c => c.Id == id, ct) is not { } schoolClass) return NotFound();
        Class = schoolClass;
        Role = await db.Memberships.Where(m => m.ClassId == id && m.UserId == me).Select(m => m.Role).SingleAsync(ct);
        var people = await db.PeopleOf(id).ToListAsync(ct);
        Learners = people.Count(p => p.Role == ClassRole.Learner);
        Teachers = string.Join('、', people.Where(p => p.Role == ClassRole.Teacher).Select(p => p.Name));
        if (Role == ClassRole.Learner)
        {
            await closer.CloseOfAsync(me, ct);
            Due = await db.DueOfAsync(me, time.GetUtcNow(), id, ct);
            return Page();
        }
        Set = await db.Assignments.AsNoTracking().Where(a => a.ClassId == id).OrderByDescending(a => a.DueAt).Take(200)
            .Select(a => new AssignmentRow(a.Id, a.Title, a.OpensAt, a.DueAt,
                db.Attempts.Where(t => t.AssignmentId == a.Id && t.HandedInAt != null).Select(t => t.LearnerId).Distinct().Count(),
                db.Submissions.Count(s => s.AssignmentId == a.Id && s.IsLatest && !s.IsMarked), a.Release != null))
            .ToListAsync(ct);
        return Page();
    }
}
