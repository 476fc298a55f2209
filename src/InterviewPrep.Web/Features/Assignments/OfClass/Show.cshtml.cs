using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Assignments.Manage;
using InterviewPrep.Web.Features.Classes;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Assignments.OfClass;

/// <summary>One class: for teachers how to join it and what was set, for learners what is to be done.</summary>
[Authorize]
public sealed class ShowModel(AppDb db, CurrentPerson person, AttemptCloser closer, IOpenAppeals appeals, TimeProvider time) : PageModel
{
    public SchoolClass Class { get; private set; } = null!;

    public ClassRole Role { get; private set; }

    /// <summary>With those of the roster who have not joined yet.</summary>
    public int Learners { get; private set; }

    public int NotJoined { get; private set; }

    public string Teachers { get; private set; } = "";

    public ClassAssignments Set { get; private set; } = null!;

    public IReadOnlyDictionary<Guid, int> OpenAppeals { get; private set; } = null!;

    public IReadOnlyList<DueRow> Due { get; private set; } = [];

    public string JoinAddress => $"{Request.Origin()}/join/{Class.JoinCode}";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var me = person.Id!.Value;
        if (await db.CachedAsync(("class", id, me), () => ReadAsync(id, me, ct)) is not { } head) return NotFound();
        (Class, Role, Teachers, Learners, NotJoined) = head;
        if (Role == ClassRole.Learner)
        {
            await closer.CloseOfAsync(me, ct);
            Due = await db.DueOfAsync(me, time.GetUtcNow(), id, ct);
            return Page();
        }
        Set = await ClassAssignments.ReadAsync(db, Class, time.GetUtcNow(), ct);
        OpenAppeals = await appeals.CountOfClassAsync(id, ct);
        return Page();
    }

    private sealed record Head(SchoolClass Class, ClassRole Role, string Teachers, int Learners, int NotJoined);

    private async Task<Head?> ReadAsync(Guid id, Guid me, CancellationToken ct)
    {
        if (await db.Classes.AsNoTracking().Include(c => c.Archive).Of(me).SingleOrDefaultAsync(c => c.Id == id, ct) is not { } schoolClass) return null;
        var role = await db.Memberships.Where(m => m.ClassId == id && m.UserId == me).Select(m => m.Role).SingleAsync(ct);
        var teachers = await db.PeopleOf(id, ClassRole.Teacher).Select(p => p.Name).ToListAsync(ct);
        return new Head(schoolClass, role, string.Join('、', teachers), await db.CountLearnersAsync(id, ct), await db.RosterRows.NotJoined(id).CountAsync(ct));
    }
}
