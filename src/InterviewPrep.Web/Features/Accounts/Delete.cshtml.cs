using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts.Audit;
using InterviewPrep.Web.Features.Accounts.SignIn;
using InterviewPrep.Web.Features.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>Deleting one's account; what that does stands on the page before.</summary>
[Authorize]
[ConfirmedRecently]
public sealed class DeleteModel(AppDb db, IEnumerable<IPersonalData> kept, PersonalDataDeletion deletion, ILookupNormalizer names, AuditLog audit) : PageModel
{
    public AppUser Account { get; private set; } = null!;

    public IReadOnlyList<string> Consequences { get; private set; } = [];

    /// <summary>Without them nobody could manage the site.</summary>
    public bool IsLastAdministrator { get; private set; }

    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Account = await db.Users.SingleAsync(u => u.Id == User.ImpersonatorOrSelfId());
        IsLastAdministrator = User.IsInRole(Roles.Administrator) && await db.PeopleWith(Roles.Administrator).CountAsync() == 1;
        foreach (var part in kept.AccountLast()) Consequences = [.. Consequences, .. await part.TellDeletionAsync(Account.Id, default)];
        await next();
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(string? name, CancellationToken ct)
    {
        if (IsLastAdministrator) return NotFound();
        if (names.NormalizeName(name?.Trim()) != Account.NormalizedUserName) return this.Refuse("用户名没有输对，什么都没有删。");
        await deletion.RunAsync(Account.Id, () => audit.WriteAsync(AuditEvents.AccountDeleted, ct: ct), ct);
        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return Redirect("/account/deleted");
    }
}
