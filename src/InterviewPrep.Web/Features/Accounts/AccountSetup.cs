using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts.Audit;
using InterviewPrep.Web.Features.Accounts.Impersonation;
using InterviewPrep.Web.Features.Accounts.SignIn;
using InterviewPrep.Web.Features.Accounts.SignIn.Passkeys;
using InterviewPrep.Web.Features.Accounts.SignIn.Password;
using InterviewPrep.Web.Features.Accounts.SignIn.School;
using InterviewPrep.Web.Features.Accounts.SignIn.Sessions;
using InterviewPrep.Web.Features.Accounts.SignIn.Throttle;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;

namespace InterviewPrep.Web.Features.Accounts;

public static class AccountSetup
{
    /// <summary>PBKDF2-HMAC-SHA512 rounds. Source: ASVS 5.0 appendix C, at least 210,000.</summary>
    private const int HashIterations = 210_000;

    public static IServiceCollection AddAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<ILookupNormalizer, UserNameNormalizer>();
        services.AddScoped<IPasswordHasher<AppUser>, UnicodePasswordHasher>();
        services.AddIdentityCore<AppUser>(o =>
            {
                o.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                o.User.AllowedUserNameCharacters = "";
                o.Password = new PasswordOptions { RequiredLength = Passwords.Fewest, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false, RequiredUniqueChars = 1 };
            })
            .AddRoles<IdentityRole<Guid>>().AddEntityFrameworkStores<AppDb>().AddSignInManager().AddDefaultTokenProviders();
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = HashIterations);
        services.AddSessions();
        services.AddExternalLogin(configuration);
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(Policies.Teacher, p => p.RequireRole(Roles.Teacher, Roles.Administrator))
            .AddPolicy(Policies.Marker, p => p.RequireRole(Roles.Teacher, Roles.Assistant, Roles.Administrator))
            .AddPolicy(Policies.Administrator, p => p.RequireRole(Roles.Administrator))
            .AddPolicy(Policies.OpensClasses, p => p.RequireAuthenticatedUser().AddRequirements(new OpenClassesRequirement()));
        services.AddScoped<IAuthorizationHandler, OpenClassesHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, NotFoundInsteadOfForbidden>();

        services.AddScoped<CurrentPerson>();
        services.AddScoped<VisitorTransfer>();
        services.AddScoped<VisitorPresence>();
        services.AddScoped<PersonalDataDeletion>();
        services.AddScoped<IDataSweep, VisitorSweep>();
        services.AddScoped<IDataSweep, DeletedAccountSweep>();
        services.AddScoped<IPersonalData, AccountPersonalData>();
        services.AddScoped<NewAccount>();
        services.AddScoped<FirstAdministrator>();
        services.AddScoped<AuditLog>();
        services.AddSingleton<IInterceptor, AuditIsAppendOnly>();
        services.AddSingleton<IInterceptor, ImpersonationSaveGuard>();
        return services;
    }

    /// <summary>Makes the roles where they are missing.</summary>
    public static async Task EnsureRolesAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var roles = scope.ServiceProvider.GetRequiredService<RoleManager<IdentityRole<Guid>>>();
        foreach (var role in Roles.All)
        {
            if (!await roles.RoleExistsAsync(role)) await roles.CreateAsync(new IdentityRole<Guid>(role) { Id = Guid.NewGuid() });
        }
    }

    private static void AddSessions(this IServiceCollection services)
    {
        services.AddSingleton<PasswordHashingLimit>();
        services.AddSingleton<SignInThrottle>();
        services.AddSingleton<CodeThrottle>();
        services.AddScoped<StaffPasskeys>();
        services.AddScoped<Passwords>();
        services.AddSingleton<PasswordCheck>();
        services.AddSingleton<WaitingSignIns>();
        services.AddScoped<PasswordSignIn>();
        services.AddScoped<SessionIssuer>();
        services.AddScoped<TrustedDevice>();
        services.AddScoped<SessionEvents>();
        services.AddScoped<PasskeyVerifier>();
        services.AddSingleton<UsedAssertions>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<IOptions<SiteOptions>>((o, site) =>
        {
            o.UserVerificationRequirement = "required";
            o.ResidentKeyRequirement = "required";
            // Without it the domain follows the Host header, which AllowedHosts has looked at.
            if (Uri.TryCreate(site.Value.Address, UriKind.Absolute, out var address)) o.ServerDomain = HostNames.Ascii(address.Host);
        });
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        foreach (var (scheme, name) in new[] { (IdentityConstants.ApplicationScheme, "session"), (IdentityConstants.ExternalScheme, "outside"), (IdentityConstants.TwoFactorUserIdScheme, "passkey") })
        {
            services.AddOptions<CookieAuthenticationOptions>(scheme).Configure<PublicEndpoint>((o, endpoint) =>
            {
                (o.Cookie.Name, o.Cookie.SecurePolicy, o.Cookie.Path, o.Cookie.SameSite) = (endpoint.Cookie(name), endpoint.CookiePolicy, "/", SameSiteMode.Lax);
                o.LoginPath = "/account/sign-in";
                o.ReturnUrlParameter = "returnUrl";
                o.SlidingExpiration = false;
                if (scheme == IdentityConstants.ApplicationScheme) o.EventsType = typeof(SessionEvents);
            });
        }
    }

    /// <summary>Answers 404 instead of 403, which would reveal that the page exists, and logs the attempt.</summary>
    private sealed class NotFoundInsteadOfForbidden : IAuthorizationMiddlewareResultHandler
    {
        private readonly AuthorizationMiddlewareResultHandler stock = new();

        public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
        {
            if (!authorizeResult.Forbidden)
            {
                await stock.HandleAsync(next, context, policy, authorizeResult);
                return;
            }
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            await context.RequestServices.GetRequiredService<AuditLog>().WriteAsync(AuditEvents.Refused, detail: $"{context.Request.Method} {context.Request.Path.ToUriComponent()}");
        }
    }
}
