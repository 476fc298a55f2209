using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>Signing in by user name and password.</summary>
[AllowAnonymous]
public sealed class SignInModel(SignInManager<AppUser> signIn) : PageModel
{
    public string Name { get; private set; } = "";

    public string? ReturnUrl { get; private set; }

    public string? Problem { get; private set; }

    public void OnGet(string? returnUrl) => ReturnUrl = returnUrl;

    public async Task<IActionResult> OnPostAsync(string? name, string? password, string? returnUrl)
    {
        (Name, ReturnUrl) = (name ?? "", returnUrl);
        var result = await signIn.PasswordSignInAsync(Name, password ?? "", isPersistent: true, lockoutOnFailure: true);
        if (result.Succeeded) return Redirect(Url.IsLocalUrl(returnUrl) ? returnUrl! : "/");
        Problem = "用户名或密码不对，请再试一次。";
        return Page();
    }
}
