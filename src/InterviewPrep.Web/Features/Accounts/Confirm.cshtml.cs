using InterviewPrep.Web.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>Proving once more who one is, before something that a stranger at an open browser must not do.</summary>
[Authorize]
public sealed class ConfirmModel(AppDb db, UserManager<AppUser> users, PasswordSignIn passwords, TimeProvider time) : PageModel
{
    public string? ReturnUrl { get; private set; }

    public string? Problem { get; private set; }

    public bool HasPassword { get; private set; }

    public async Task OnGetAsync(string? returnUrl)
    {
        ReturnUrl = Url.Safe(returnUrl);
        HasPassword = (await users.GetUserAsync(User))!.PasswordHash is not null;
    }

    public async Task<IActionResult> OnPostAsync(string? password, string? returnUrl, CancellationToken ct)
    {
        if (await passwords.ConfirmAsync((await users.GetUserAsync(User))!, password ?? "", ct) is { Problem: not null } refused)
        {
            await OnGetAsync(returnUrl);
            (Problem, Response.StatusCode) = (refused.Status == StatusCodes.Status200OK ? "密码不对，请再试一次。" : refused.Problem, refused.Status);
            return Page();
        }
        (await db.AccountSessions.SingleAsync(s => s.Id == User.SessionId(), ct)).Confirm(time.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Redirect(Url.Safe(returnUrl));
    }
}
