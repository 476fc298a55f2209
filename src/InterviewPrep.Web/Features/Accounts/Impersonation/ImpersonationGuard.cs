using InterviewPrep.Web.Features.Accounts.Audit;
using InterviewPrep.Web.Features.Accounts.SignIn;
using InterviewPrep.Web.Features.Accounts.SignIn.Sessions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace InterviewPrep.Web.Features.Accounts.Impersonation;

/// <summary>Whoever looks as a learner sees what the learner sees, changes nothing, and leaves a trace.</summary>
public static class ImpersonationGuard
{
    public const string StopPage = "/look-as/stop";

    private const string SignOutPage = "/account/sign-out";

    /// <summary>
    /// Refuses every change (403); hides what is the learner's own affair, such as their devices and their export (404); notes every page.
    /// </summary>
    public static IApplicationBuilder UseImpersonationGuard(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var (request, path) = (context.Request, context.Request.Path);
        if (!context.User.IsImpersonating() || path == StopPage || path == SignOutPage || path == "/error" || context.IsForEverybody())
        {
            await next(context);
            return;
        }
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)) context.Response.StatusCode = StatusCodes.Status403Forbidden;
        else if (path.StartsWithSegments("/account") || path.StartsWithSegments("/admin") || path.StartsWithSegments("/look-as")) context.Response.StatusCode = StatusCodes.Status404NotFound;
        else
        {
            if (context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not null)
                await context.RequestServices.GetRequiredService<AuditLog>().WriteAsync(AuditEvents.ImpersonatedPageViewed, subject: context.User.ImpersonatedId(), detail: path.ToUriComponent(), ct: context.RequestAborted);
            await next(context);
        }
    });
}

/// <summary>Drops tracked changes while impersonating, so that a page that notes its opening (read, seen) saves nothing.</summary>
public sealed class ImpersonationSaveGuard(IHttpContextAccessor accessor) : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Drop(eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Drop(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    private void Drop(DbContext db)
    {
        if (accessor.HttpContext?.User.IsImpersonating() != true) return;
        foreach (var entry in db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && e.Entity is not (AuditEntry or AccountSession)).ToList())
            entry.State = entry.State == EntityState.Added ? EntityState.Detached : EntityState.Unchanged;
    }
}
