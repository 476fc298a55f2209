using InterviewPrep.Web.Data;
using Microsoft.AspNetCore.Authorization;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>Whoever may open classes by the site's rules; see <see cref="ClassOpeners"/>.</summary>
public sealed class OpenClassesRequirement : IAuthorizationRequirement;

internal sealed class OpenClassesHandler(AppDb db) : AuthorizationHandler<OpenClassesRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, OpenClassesRequirement requirement)
    {
        var may = await db.ClassOpenersAsync(default) switch
        {
            ClassOpeners.Anyone => context.User.Identity?.IsAuthenticated == true,
            ClassOpeners.Teachers => context.User.IsInRole(Roles.Teacher) || context.User.IsInRole(Roles.Administrator),
            _ => context.User.IsInRole(Roles.Administrator),
        };
        if (may) context.Succeed(requirement);
    }
}
