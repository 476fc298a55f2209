using Microsoft.AspNetCore.Diagnostics;

namespace InterviewPrep.Web.Host.Errors;

public static class ErrorsSetup
{
    public static IServiceCollection AddErrors(this IServiceCollection services) => services.AddSingleton<ExceptionHandling>();

    /// <summary>Comes before everything that may throw or refuse. Scripts get a status and a reason, people a page.</summary>
    public static IApplicationBuilder UseErrors(this IApplicationBuilder app)
    {
        app.UseMiddleware<ExceptionHandling>();
        return app.UseWhen(c => !c.Request.Path.StartsWithSegments("/api"), pages => pages.UseStatusCodePagesWithReExecute("/error", "?code={0}").Use(AsGet));
    }

    // The page about a refusal is asked for, whatever method was refused.
    private static async Task AsGet(HttpContext context, RequestDelegate next)
    {
        var method = context.Request.Method;
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null && !HttpMethods.IsHead(method)) context.Request.Method = HttpMethods.Get;
        try
        {
            await next(context);
        }
        finally
        {
            context.Request.Method = method;
        }
    }
}
