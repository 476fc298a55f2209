using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Classes;

/// <summary>Who is in a class: co-teachers and assistants, roles, and which line of the roster somebody is.</summary>
[Authorize]
public sealed class PeopleModel(AppDb db, CurrentPerson person, ILookupNormalizer names, IRunningWork work, TimeProvider time) : PageModel
{
    public SchoolClass Class { get; private set; } = null!;

    public IReadOnlyList<ClassPerson> People { get; private set; } = [];

    /// <summary>Lines of the roster that nobody has claimed.</summary>
    public IEnumerable<RosterRow> Unlinked => Class.Roster.Where(r => r.UserId is null && r.LeftAt is null).OrderBy(r => r.Number, StringComparer.Ordinal);

    public string? Problem { get; private set; }

    /// <summary>How many assignments each learner has begun and not handed in; who is taken out keeps that as their own.</summary>
    public IReadOnlyDictionary<Guid, int> AtWork { get; private set; } = null!;

    public bool IsLinked(Guid user) => Class.Roster.Any(r => r.UserId == user);

    public bool HasAgreed(Guid user) => Class.Members.Any(m => m.UserId == user && m.HasAgreed);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    /// <summary>Takes somebody in by user name.</summary>
    public async Task<IActionResult> OnPostAdmitAsync(Guid id, string? userName, ClassRole role, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct) || !Enum.IsDefined(role)) return NotFound();
        var normal = names.NormalizeName(userName?.Trim() ?? "");
        var user = await db.Users.SingleOrDefaultAsync(u => u.NormalizedUserName == normal, ct);
        if (user is null) return Refused("没有这个用户名。请对方先注册，再把用户名告诉您。");
        return await ChangeAsync(user.Id, role, ct);
    }

    public async Task<IActionResult> OnPostRoleAsync(Guid id, Guid user, ClassRole role, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct) || !Enum.IsDefined(role) || People.All(p => p.UserId != user)) return NotFound();
        return await ChangeAsync(user, role, ct);
    }

    public async Task<IActionResult> OnPostDismissAsync(Guid id, Guid user, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct) || People.All(p => p.UserId != user)) return NotFound();
        var now = time.GetUtcNow();
        if (!Class.Dismiss(user, now)) return Refused("一个班至少要有一位老师。");
        db.Add(new ClassEvent(id, null, person.Id!.Value, ClassEventKind.MemberDismissed, People.Single(p => p.UserId == user).Name, now));
        await db.SaveChangesAsync(ct);
        await work.EndAsync(id, ct);
        return Back();
    }

    /// <summary>Says which line of the roster a learner is.</summary>
    public async Task<IActionResult> OnPostTieAsync(Guid id, Guid user, int row, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct) || IsLinked(user) || People.All(p => p.UserId != user || p.Role != ClassRole.Learner) || Unlinked.SingleOrDefault(r => r.Id == row) is not { } line) return NotFound();
        line.Link(user);
        await db.SaveChangesAsync(ct);
        return Back();
    }

    private async Task<IActionResult> ChangeAsync(Guid user, ClassRole role, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (!Class.Admit(user, role, now)) return Refused("一个班至少要有一位老师。");
        db.Add(new ClassEvent(Class.Id, null, person.Id!.Value, ClassEventKind.MemberAdmitted, $"{People.FirstOrDefault(p => p.UserId == user)?.Name ?? await db.Users.Where(u => u.Id == user).Select(u => u.DisplayName).SingleAsync(ct)}：{role.Name()}", now));
        await db.SaveChangesAsync(ct);
        await work.EndAsync(Class.Id, ct);
        return Back();
    }

    // Somebody who is no teacher any more has no business on this page.
    private RedirectResult Back() => Redirect(Class.Members.Any(m => m.UserId == person.Id && m.LeftAt is null && m.Role == ClassRole.Teacher) ? $"/classes/{Class.Id}/people" : "/classes");

    private PageResult Refused(string problem)
    {
        Problem = problem;
        return Page();
    }

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
