using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Classes;

/// <summary>Who is in a class: co-teachers and assistants, roles, and which line of the roster somebody is.</summary>
[Authorize]
public sealed class PeopleModel(AppDb db, CurrentPerson person, ClassMembership membership, IRunningWork work) : PageModel
{
    public SchoolClass Class { get; private set; } = null!;

    public IReadOnlyList<ClassPerson> People { get; private set; } = [];

    /// <summary>Lines of the roster that nobody has claimed.</summary>
    public IEnumerable<RosterRow> Unlinked => Class.Roster.Where(r => r.UserId is null && r.LeftAt is null).OrderBy(r => r.Number, StringComparer.Ordinal);

    /// <summary>How many assignments each learner has begun and not handed in; who is taken out keeps that as their own.</summary>
    public IReadOnlyDictionary<Guid, int> AtWork { get; private set; } = null!;

    public bool IsLinked(Guid user) => Class.Roster.Any(r => r.UserId == user);

    public bool HasAgreed(Guid user) => Class.Members.Any(m => m.UserId == user && m.HasAgreed);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    /// <summary>Takes somebody in by user name.</summary>
    public async Task<IActionResult> OnPostAdmitAsync(Guid id, string? userName, ClassRole role, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct) || !Enum.IsDefined(role)) return NotFound();
        return Back(await membership.AdmitAsync(Class, People, userName, role, ct));
    }

    public async Task<IActionResult> OnPostRoleAsync(Guid id, Guid user, ClassRole role, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct) || !Enum.IsDefined(role) || People.FirstOrDefault(p => p.UserId == user) is not { } found) return NotFound();
        return Back(await membership.ChangeAsync(Class, user, found.Name, role, ct));
    }

    public async Task<IActionResult> OnPostDismissAsync(Guid id, Guid user, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct) || People.FirstOrDefault(p => p.UserId == user) is not { } found) return NotFound();
        return Back(await membership.DismissAsync(Class, user, found.Name, ct));
    }

    /// <summary>Says which line of the roster a learner is.</summary>
    public async Task<IActionResult> OnPostTieAsync(Guid id, Guid user, int row, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct) || IsLinked(user) || People.All(p => p.UserId != user || p.Role != ClassRole.Learner) || Unlinked.SingleOrDefault(r => r.Id == row) is not { } line) return NotFound();
        line.Link(user);
        await db.SaveChangesAsync(ct);
        return Back();
    }

    // Who is no longer a teacher of the class is led to the list of classes.
    private IActionResult Back(string? problem = null) => problem is not null ? this.Refuse(problem)
        : Redirect(Class.Members.Any(m => m.UserId == person.Id && m.LeftAt is null && m.Role == ClassRole.Teacher) ? $"/classes/{Class.Id}/people" : "/classes");

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        var schoolClass = await db.Classes.Include(c => c.Members).Include(c => c.Roster).AsSplitQuery().TaughtBy(person.Id).SingleOrDefaultAsync(c => c.Id == id, ct);
        if (schoolClass is null) return false;
        Class = schoolClass;
        People = [.. (await db.PeopleOf(id).ToListAsync(ct)).OrderByDescending(p => p.Role).ThenBy(p => p.Number, StringComparer.Ordinal).ThenBy(p => p.Name, StringComparer.Ordinal)];
        AtWork = await work.CountAsync(id, ct);
        return true;
    }
}
