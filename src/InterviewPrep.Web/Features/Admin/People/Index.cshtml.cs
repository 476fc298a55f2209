using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Shared;
using InterviewPrep.Web.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Admin.People;

/// <summary>Everybody with an account.</summary>
[Authorize(Policy = Policies.Administrator)]
public sealed class IndexModel(AppDb db, ILookupNormalizer normalizer, TimeProvider time) : PageModel
{
    private const int PageSize = 50;

    public sealed record Row(Guid Id, string UserName, string DisplayName, string StudentNumber, IReadOnlyList<string> Roles, bool IsLocked);

    [BindProperty(SupportsGet = true)]
    public string? Q { get; init; }

    [BindProperty(SupportsGet = true)]
    public string? Role { get; init; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Paging Paging { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var people = Roles.All.Contains(Role) ? db.PeopleWith(Role!) : db.Users;
        if (Q is { Length: > 0 } q && ForbiddenCharacters.Find(q) is null)
        {
            var name = normalizer.NormalizeName(q)!;
            people = people.Where(u => u.NormalizedUserName!.Contains(name) || u.DisplayName.Contains(q) || u.StudentNumber.Contains(q));
        }
        Paging = Paging.Of(Request, await people.CountAsync(ct), PageSize);
        var found = await people.AsNoTracking().OrderBy(u => u.NormalizedUserName).Skip(Paging.Skip).Take(PageSize).ToListAsync(ct);
        var ids = found.Select(u => u.Id).ToList();
        var roles = (await (from held in db.UserRoles join role in db.Roles on held.RoleId equals role.Id where ids.Contains(held.UserId) select new { held.UserId, role.Name }).ToListAsync(ct))
            .ToLookup(r => r.UserId, r => r.Name!);
        Rows = [.. found.Select(u => new Row(u.Id, u.UserName!, u.DisplayName, u.StudentNumber, [.. Roles.All.Where(roles[u.Id].Contains)], u.IsLocked(time.GetUtcNow())))];
    }
}
