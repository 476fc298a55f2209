using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace InterviewPrep.Web.Features.Accounts.SignIn.School;

public static class ExternalLoginSetup
{
    public const string Scheme = "school", CallbackPath = "/account/outside/callback", DonePath = "/account/outside/done";

    /// <summary>Property of the ticket: who made the token that was validated. The handler itself drops the claim.</summary>
    public const string IssuerItem = "issuer";

    /// <summary>Adds the school's own sign-in where the settings name one: authorization code with PKCE, answers by address.</summary>
    public static IServiceCollection AddExternalLogin(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection("Oidc");
        services.AddOptions<ExternalLoginOptions>().Bind(section)
            .Validate(o => !o.IsOn || (Uri.TryCreate(o.Authority, UriKind.Absolute, out var uri) && (uri.Scheme == "https" || uri.IsLoopback)), "Oidc__Authority must be an https address")
            .Validate(o => !o.IsOn || o.ClientId.Length > 0, "Oidc__ClientId must be set when Oidc__Authority is")
            .Validate(o => o.Name.Trim().Length is > 0 and <= 20, "Oidc__Name must have 1 to 20 characters")
            .ValidateOnStart();
        services.AddScoped<SchoolAccounts>();
        if (section.Get<ExternalLoginOptions>() is not { IsOn: true } external) return services;

        services.AddHostedService<OldSchoolKeys>();
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
            // Where an access token is given, providers may send names here only (OpenID Connect Core 5.4).
            o.GetClaimsFromUserInfoEndpoint = true;
            o.ClaimActions.MapUniqueJsonKey("preferred_username", "preferred_username");
            // OpenID Connect allows unsigned ID tokens over TLS; a TLS-inspecting proxy could forge those, so a signature is required.
            o.Events.OnTokenValidated = context =>
            {
                if (string.IsNullOrEmpty(context.SecurityToken.RawSignature)) context.Fail("The token is not signed.");
                else if (string.IsNullOrWhiteSpace(context.SecurityToken.Issuer)) context.Fail("The token names no issuer.");
                else context.Properties!.Items[IssuerItem] = context.SecurityToken.Issuer;
                return Task.CompletedTask;
            };
            o.Events.OnRemoteFailure = context =>
            {
                context.Response.Redirect(DonePath + (IsUnreachable(context.Failure) ? "?down=true" : ""));
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

    /// <summary>Whether an exception means that the school's side gives no answer.</summary>
    public static bool IsUnreachable(Exception? failure) =>
        failure is HttpRequestException or IOException or TaskCanceledException || (failure?.InnerException is { } inner && IsUnreachable(inner));
}
