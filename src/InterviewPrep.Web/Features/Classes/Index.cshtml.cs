using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Classes;

/// <summary>The classes that a person teaches, marks or learns in; the way to open one and to join one.</summary>
[Authorize]
public sealed class IndexModel(AppDb db, CurrentPerson person, IAuthorizationService authorization) : PageModel
{
    public sealed record Row(Guid Id, string Name, ClassRole Role, int Learners, bool IsArchived);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public bool Teaches => User.IsInRole(Roles.Teacher) || User.IsInRole(Roles.Administrator);

    public bool MayOpen { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        MayOpen = (await authorization.AuthorizeAsync(User, Policies.OpensClasses)).Succeeded;
        var me = person.Id;
        Rows = await db.CachedAsync(("classes", me), () => db.Classes.AsNoTracking().Of(me).OrderBy(c => c.Archive != null).ThenByDescending(c => c.CreatedAt)
            .Select(c => new Row(c.Id, c.Name, c.Members.First(m => m.UserId == me).Role,
                c.Members.Count(m => m.LeftAt == null && m.Role == ClassRole.Learner), c.Archive != null))
            .ToListAsync(ct));
    }
}
