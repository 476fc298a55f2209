namespace InterviewPrep.Web.Features.Accounts.SignIn.School;

/// <summary>Section <c>Oidc</c>: the school's own sign-in by OpenID Connect. Off while no authority is named.</summary>
public sealed class ExternalLoginOptions
{
    public string Authority { get; set; } = "";

    public string ClientId { get; set; } = "";

    public string ClientSecret { get; set; } = "";

    /// <summary>How the sign-in is called on its button: 用……登录.</summary>
    public string Name { get; set; } = "校园账号";

    /// <summary>Whether somebody whom the school knows gets an account here with the first sign-in, whatever the rule of registration says.</summary>
    public bool MakesAccounts { get; set; }

    public bool IsOn => Authority.Length > 0;
}
