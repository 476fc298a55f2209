using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace InterviewPrep.Web.Features.Accounts.SignIn.School;

/// <summary>Sends somebody to the school's own sign-in; whoever is signed in here ties the account that comes back to their own.</summary>
[AllowAnonymous]
public sealed partial class IndexModel(IOptions<ExternalLoginOptions> externalLogin, ILogger<IndexModel> logger) : PageModel
{
    /// <summary>The account that asked to be tied.</summary>
    public const string LinkItem = "tie";

    public async Task<IActionResult> OnGetAsync(string? returnUrl)
    {
        if (!externalLogin.Value.IsOn) return NotFound();
        var properties = new AuthenticationProperties { RedirectUri = ExternalLoginSetup.DonePath + QueryString.Create("returnUrl", Url.Safe(returnUrl)) };
        if (User.ImpersonatorOrSelfId() is { } account)
        {
            properties.Items[LinkItem] = account.ToString();
            properties.SetParameter(OpenIdConnectParameterNames.Prompt, OpenIdConnectPrompt.Login);
        }
        try
        {
            await HttpContext.ChallengeAsync(ExternalLoginSetup.Scheme, properties);
            return new EmptyResult();
        }
        catch (Exception e) when (ExternalLoginSetup.IsUnreachable(e))
        {
            Unreachable(e.GetBaseException().Message);
            return Redirect(ExternalLoginSetup.DonePath + "?down=true");
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The OpenID Connect provider cannot be reached: {Reason}")]
    private partial void Unreachable(string reason);
}
