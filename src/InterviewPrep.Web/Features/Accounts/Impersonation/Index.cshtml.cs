using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts.Audit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Accounts.Impersonation;

/// <summary>Looking at any page as a learner: whom one may choose, and the beginning of it.</summary>
[Authorize(Policy = Policies.Teacher)]
public sealed class IndexModel(AppDb db, IImpersonationScope scope, AuditLog audit, TimeProvider time) : PageModel
{
    private const int MostRows = 300;

    public sealed record Row(Guid Id, string Name, string StudentNumber);

    public IReadOnlyList<Row> Learners { get; private set; } = [];

    private IQueryable<AppUser> Seen => db.LearnersImpersonatedBy(scope, User.ImpersonatorOrSelfId()!.Value, User.IsInRole(Roles.Administrator));

    public async Task OnGetAsync(CancellationToken ct) =>
        Learners = await Seen.OrderBy(u => u.StudentNumber).ThenBy(u => u.NormalizedUserName).Take(MostRows).Select(u => new Row(u.Id, u.DisplayName, u.StudentNumber)).ToListAsync(ct);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (id != ImpersonationQueries.NewLearner && !await Seen.AnyAsync(u => u.Id == id, ct)) return NotFound();
        (await db.AccountSessions.SingleAsync(s => s.Id == User.SessionId(), ct)).Impersonate(id, time.GetUtcNow());
        audit.Add(AuditEvents.ImpersonationStarted, subject: id == ImpersonationQueries.NewLearner ? null : id);
        await db.SaveChangesAsync(ct);
        return Redirect("/");
    }
}
