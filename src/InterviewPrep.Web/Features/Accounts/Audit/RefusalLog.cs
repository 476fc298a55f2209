using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace InterviewPrep.Web.Features.Accounts.Audit;

/// <summary>Logs what was refused and may have been an attempt: what is not there for somebody, and changes that no page of this site sent.</summary>
public static partial class RefusalLog
{
    /// <summary>Logs when somebody signed in asks for an address of a known kind and there is nothing for them: a mistyped address, or an attempt.</summary>
    public static IApplicationBuilder UseRefusalLog(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        // The page about a refusal is made by a second pass of the same request; the first pass has logged it.
        var isSecondPass = context.Features.Get<IStatusCodeReExecuteFeature>() is not null;
        await next(context);
        if (isSecondPass || context.Response.StatusCode is not (StatusCodes.Status404NotFound or StatusCodes.Status403Forbidden)) return;
        if (context.GetEndpoint() is not null && context.User.ImpersonatorOrSelfId() is { } account)
            LogRefused(Logger(context), context.Request.Method, context.Request.Path.ToUriComponent() + context.Request.QueryString.ToUriComponent(), account, context.Response.StatusCode, ClientAddress.Of(context), RequestTrace.Of(context));
    });

    /// <summary>Logs a change that was refused because no page of this site sent it.</summary>
    public static void TurnedAway(HttpContext context) =>
        LogTurnedAway(Logger(context), context.Request.Method, context.Request.Path.ToUriComponent(), context.User.ImpersonatorOrSelfId(), ClientAddress.Of(context), RequestTrace.Of(context));

    private static ILogger Logger(HttpContext context) => context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(RefusalLog));

    [LoggerMessage(Level = LogLevel.Information, Message = "Change refused (no page of this site sent it): {Method} {Path}, account {Account}, from {Address}, trace {Trace}")]
    private static partial void LogTurnedAway(ILogger logger, string method, string path, Guid? account, string address, string trace);

    [LoggerMessage(Level = LogLevel.Information, Message = "Not found for this account: {Method} {Path}, account {Account}, status {Status}, from {Address}, trace {Trace}")]
    private static partial void LogRefused(ILogger logger, string method, string path, Guid account, int status, string address, string trace);

    /// <summary>Where the framework looks at the token of a page's form.</summary>
    public sealed class Tokens : IAlwaysRunResultFilter
    {
        public void OnResultExecuting(ResultExecutingContext context)
        {
            if (context.Result is IAntiforgeryValidationFailedResult) TurnedAway(context.HttpContext);
        }

        public void OnResultExecuted(ResultExecutedContext context)
        {
        }
    }
}
