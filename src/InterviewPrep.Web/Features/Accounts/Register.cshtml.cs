using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>Making an account: a user name and a password, nothing else.</summary>
[AllowAnonymous]
public sealed class RegisterModel(UserManager<AppUser> users, SignInManager<AppUser> signIn, TimeProvider time) : PageModel
{
    public string Name { get; private set; } = "";

    public string? Problem { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(string? name, string? password)
    {
        Name = name?.Trim() ?? "";
        var user = new AppUser { Id = Guid.CreateVersion7(), UserName = Name, DisplayName = Name, CreatedAt = time.GetUtcNow() };
        var result = await users.CreateAsync(user, password ?? "");
        if (result.Succeeded)
        {
            await users.AddToRoleAsync(user, Roles.Learner);
            await signIn.SignInAsync(user, isPersistent: true);
            return Redirect("/");
        }
        Problem = result.Errors.Any(e => e.Code.Contains("UserName", StringComparison.Ordinal)) ? "这个用户名不能用，换一个试试。" : "密码至少 8 个字符。";
        return Page();
    }
}
