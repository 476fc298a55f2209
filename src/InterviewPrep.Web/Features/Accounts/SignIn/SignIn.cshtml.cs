using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts.SignIn.Password;
using InterviewPrep.Web.Features.Accounts.SignIn.School;
using InterviewPrep.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace InterviewPrep.Web.Features.Accounts.SignIn;

/// <summary>Signing in: by user name and password, by passkey, or at the school's own sign-in.</summary>
[AllowAnonymous]
public sealed class SignInModel(AppDb db, PasswordSignIn passwords, WaitingSignIns queue, IOptions<ExternalLoginOptions> externalLogin) : PageModel
{
    public string Name { get; private set; } = "";

    public string? ReturnUrl { get; private set; }

    public bool TakesNewPeople { get; private set; }

    /// <summary>How the school's own sign-in is called; null where there is none.</summary>
    public string? ExternalLoginName => externalLogin.Value.IsOn ? externalLogin.Value.Name : null;

    public Task OnGetAsync(string? returnUrl, CancellationToken ct) => LoadAsync("", returnUrl, ct);

    public async Task<IActionResult> OnPostAsync(string? name, string? password, bool shared, string? returnUrl, CancellationToken ct)
    {
        var entry = await passwords.BeginAsync(name ?? "", password ?? "", shared, Url.Safe(returnUrl));
        if (await Task.WhenAny(entry.Check, Task.Delay(WaitingSignIns.Patience, ct)) != entry.Check)
        {
            queue.Join(HttpContext, entry);
            return Redirect(WaitingModel.Path);
        }
        var (problem, status) = await passwords.FinishAsync(entry, ct);
        if (problem is null) return Redirect(Url.Safe(returnUrl));
        await LoadAsync(name ?? "", returnUrl, ct);
        return this.Refuse(problem, status);
    }

    private async Task LoadAsync(string name, string? returnUrl, CancellationToken ct)
    {
        (Name, ReturnUrl) = (name, Url.Safe(returnUrl));
        TakesNewPeople = await db.RegistrationAsync(ct) != Registration.Nobody;
    }
}
