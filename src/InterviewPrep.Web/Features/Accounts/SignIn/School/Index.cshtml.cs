using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace InterviewPrep.Web.Features.Accounts.SignIn.School;

/// <summary>Sends somebody to the school's own sign-in; whoever is signed in here ties the account that comes back to his own.</summary>
[AllowAnonymous]
public sealed class IndexModel(IOptions<ExternalLoginOptions> externalLogin) : PageModel
{
    /// <summary>The account that asked to be tied.</summary>
    public const string LinkItem = "tie";

    public IActionResult OnGet(string? returnUrl)
    {
        if (!externalLogin.Value.IsOn) return NotFound();
        var properties = new AuthenticationProperties { RedirectUri = "/account/outside/done" + QueryString.Create("returnUrl", Url.Safe(returnUrl)) };
        if (User.ImpersonatorOrSelfId() is { } account)
        {
            properties.Items[LinkItem] = account.ToString();
            properties.SetParameter(OpenIdConnectParameterNames.Prompt, OpenIdConnectPrompt.Login);
        }
        return Challenge(properties, ExternalLoginSetup.Scheme);
    }
}
