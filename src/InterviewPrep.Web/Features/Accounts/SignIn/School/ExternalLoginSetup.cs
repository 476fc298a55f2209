using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace InterviewPrep.Web.Features.Accounts.SignIn.School;

public static class ExternalLoginSetup
{
    public const string Scheme = "school", CallbackPath = "/account/outside/callback";

    /// <summary>Adds the school's own sign-in where the settings name one: authorization code with PKCE, answers by address.</summary>
    public static IServiceCollection AddExternalLogin(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection("Oidc");
        services.AddOptions<ExternalLoginOptions>().Bind(section)
            .Validate(o => !o.IsOn || (Uri.TryCreate(o.Authority, UriKind.Absolute, out var uri) && (uri.Scheme == "https" || uri.IsLoopback)), "Oidc__Authority must be an https address")
            .Validate(o => !o.IsOn || o.ClientId.Length > 0, "Oidc__ClientId must be set when Oidc__Authority is")
            .Validate(o => o.Name.Trim().Length is > 0 and <= 20, "Oidc__Name must have 1 to 20 characters")
            .ValidateOnStart();
        if (section.Get<ExternalLoginOptions>() is not { IsOn: true } external) return services;

        services.AddAuthentication().AddOpenIdConnect(Scheme, o =>
        {
            (o.Authority, o.ClientId, o.ClientSecret) = (external.Authority, external.ClientId, external.ClientSecret);
            o.RequireHttpsMetadata = external.Authority.StartsWith("https://", StringComparison.Ordinal);
            o.SignInScheme = IdentityConstants.ExternalScheme;
            o.CallbackPath = CallbackPath;
            o.ResponseType = OpenIdConnectResponseType.Code;
            // The answer comes by GET, so that the cookies need not go along with other sites' requests.
            o.ResponseMode = OpenIdConnectResponseMode.Query;
            o.UsePkce = true;
            o.MapInboundClaims = false;
            o.SaveTokens = false;
            o.Scope.Clear();
            o.Scope.Add("openid");
            o.Scope.Add("profile");
            // OpenID Connect lets a token that comes straight from the provider go unsigned; what stands between here and there may not be trusted so far.
            o.Events.OnTokenValidated = context =>
            {
                if (string.IsNullOrEmpty(context.SecurityToken.RawSignature)) context.Fail("The token is not signed.");
                return Task.CompletedTask;
            };
            o.Events.OnRemoteFailure = context =>
            {
                context.Response.Redirect("/account/outside/done");
                context.HandleResponse();
                return Task.CompletedTask;
            };
        });
        services.AddOptions<OpenIdConnectOptions>(Scheme).Configure<PublicEndpoint>((o, endpoint) =>
        {
            foreach (var (cookie, name) in new[] { (o.CorrelationCookie, "outside-correlation."), (o.NonceCookie, "outside-nonce.") })
                (cookie.Name, cookie.Path, cookie.SameSite, cookie.SecurePolicy) = (endpoint.Cookie(name), "/", SameSiteMode.Lax, endpoint.CookiePolicy);
        });
        return services;
    }
}
