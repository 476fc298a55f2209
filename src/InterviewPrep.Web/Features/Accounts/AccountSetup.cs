using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Drafts;
using InterviewPrep.Web.Features.Lessons;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Identity;

namespace InterviewPrep.Web.Features.Accounts;

public static class AccountSetup
{
    /// <summary>PBKDF2-HMAC-SHA512 rounds. Source: ASVS 5.0 appendix C, at least 210,000.</summary>
    private const int HashIterations = 210_000;

    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddIdentityCore<AppUser>(o =>
            {
                o.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                o.User.AllowedUserNameCharacters = "";
                o.Password = new PasswordOptions { RequiredLength = 8, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false, RequiredUniqueChars = 1 };
            })
            .AddRoles<IdentityRole<Guid>>().AddEntityFrameworkStores<AppDb>().AddSignInManager().AddDefaultTokenProviders();
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = HashIterations);
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(o =>
        {
            o.Cookie.Name = "session";
            o.LoginPath = "/account/sign-in";
            o.ReturnUrlParameter = "returnUrl";
        });
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(Policies.Teacher, p => p.RequireRole(Roles.Teacher, Roles.Administrator))
            .AddPolicy(Policies.Marker, p => p.RequireRole(Roles.Teacher, Roles.Assistant, Roles.Administrator))
            .AddPolicy(Policies.Administrator, p => p.RequireRole(Roles.Administrator));
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, NotFoundInsteadOfForbidden>();
        services.AddScoped<CurrentPerson>();
        services.AddScoped<VisitorClaim>();
        services.AddScoped<IPersonalData, DraftPersonalData>();
        services.AddScoped<IPersonalData, LessonPersonalData>();
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

    /// <summary>What one may not see answers 404: a 403 would tell that it is there.</summary>
    private sealed class NotFoundInsteadOfForbidden : IAuthorizationMiddlewareResultHandler
    {
        private readonly AuthorizationMiddlewareResultHandler stock = new();

        public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
        {
            if (!authorizeResult.Forbidden) return stock.HandleAsync(next, context, policy, authorizeResult);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }
    }
}
