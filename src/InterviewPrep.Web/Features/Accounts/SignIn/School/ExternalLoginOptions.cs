using InterviewPrep.Web.Site;

namespace InterviewPrep.Web.Features.Accounts.SignIn.School;

/// <summary>Section <c>Oidc</c>: the school's own sign-in by OpenID Connect. Off while no authority is named.</summary>
[SettingsSection("Oidc", 70)]
public sealed class ExternalLoginOptions
{
    [Setting("https address of the school's own sign-in by OpenID Connect; empty: there is none", "学校统一登录（OpenID Connect）的 https 地址；空着就是没有")]
    public string Authority { get; set; } = "";

    [Setting("name under which the school's sign-in knows this site", "学校统一登录给本站的客户端编号")]
    public string ClientId { get; set; } = "";

    [Setting("secret that goes with it", "和编号一起的密钥")]
    public string ClientSecret { get; set; } = "";

    /// <summary>How the sign-in is called on its button: 用……登录.</summary>
    [Setting("how that sign-in is called on its button, 1 to 20 characters", "登录按钮上怎么叫它，1 到 20 个字")]
    public string Name { get; set; } = "校园账号";

    /// <summary>Whether somebody whom the school knows gets an account here with the first sign-in, whatever the rule of registration says.</summary>
    [Setting("true: whoever the school knows gets an account with the first sign-in, whatever the rule of registration", "true：学校认得的人第一次登录就有账号，不管网站让不让注册")]
    public bool MakesAccounts { get; set; }

    public bool IsOn => Authority.Length > 0;
}
