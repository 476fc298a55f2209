using InterviewPrep.Web.Features.Accounts.Audit;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewPrep.Web.Features.Accounts.SignIn;

/// <summary>Signing out: the session ends for every copy of its cookie, and the browser is told to forget what it holds.</summary>
[Authorize]
public sealed class SignOutModel(AuditLog audit) : PageModel
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(string? returnUrl)
    {
        await audit.WriteAsync(AuditEvents.SignedOut);
        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return Redirect(Url.Safe(returnUrl));
    }
}
