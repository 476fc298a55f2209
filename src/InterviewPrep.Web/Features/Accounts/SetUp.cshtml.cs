using InterviewPrep.Web.Features.Accounts.Audit;
using InterviewPrep.Web.Features.Accounts.SignIn;
using InterviewPrep.Web.Features.Accounts.SignIn.Sessions;
using InterviewPrep.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>The one-time link of the console: whoever opens it makes the first administrator.</summary>
[AllowAnonymous]
public sealed class SetUpModel(FirstAdministrator first, SessionIssuer sessions, AuditLog audit) : PageModel
{
    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken ct) => await first.IsOfferedAsync(key, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string key, string? name, string? password, CancellationToken ct)
    {
        if (!await first.IsOfferedAsync(key, ct)) return NotFound();
        Name = name?.Trim() ?? "";
        var (user, problem) = await first.MakeAsync(Name, password ?? "", ct);
        if (user is null) return this.Refuse(problem!);
        await audit.WriteAsync(AuditEvents.AdministratorMade, actor: user.Id, ct: ct);
        await sessions.SignInAsync(user, AuthenticationMethod.Registration, shared: false, ct);
        return Redirect("/admin");
    }
}
