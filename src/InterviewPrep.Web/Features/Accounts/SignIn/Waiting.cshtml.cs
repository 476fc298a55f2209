using InterviewPrep.Web.Features.Accounts.SignIn.Password;
using InterviewPrep.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewPrep.Web.Features.Accounts.SignIn;

/// <summary>What a browser shows while many sign in at once: how many stand before it. Loads itself anew until its password was checked.</summary>
[AllowAnonymous]
public sealed class WaitingModel(PasswordSignIn passwords, WaitingSignIns queue) : PageModel
{
    public const string Path = "/account/sign-in/waiting";

    public int Waiting => queue.Waiting;

    public WaitingSignIns.Entry Entry { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (queue.Find(HttpContext) is not { } entry) return Redirect("/account/sign-in");
        Entry = entry;
        if (!entry.Check.IsCompleted)
        {
            // Works without scripts too.
            Response.Headers.Append("Refresh", "2");
            return Page();
        }
        if (!queue.Leave(HttpContext)) return Redirect("/account/sign-in");
        var (problem, status) = await passwords.FinishAsync(entry, ct);
        return problem is null ? Redirect(entry.ReturnUrl) : this.Refuse(problem, status);
    }
}
