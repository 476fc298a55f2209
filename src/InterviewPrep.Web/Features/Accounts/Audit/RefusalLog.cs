using System.Diagnostics;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace InterviewPrep.Web.Features.Accounts.Audit;

/// <summary>Notes what was refused and may have been a try: what is not there for somebody, and changes that no page of this site sent.</summary>
public static partial class RefusalLog
{
    /// <summary>Notes when somebody signed in asks for an address of a known kind and there is nothing for him: a mistyped address, or a try.</summary>
    public static IApplicationBuilder UseRefusalLog(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        await next(context);
        if (context.Response.StatusCode is StatusCodes.Status404NotFound or StatusCodes.Status403Forbidden && context.GetEndpoint() is not null && context.User.ImpersonatorOrSelfId() is { } person)
            LogRefused(Logger(context), person, context.Request.Method, context.Request.Path.ToUriComponent() + context.Request.QueryString.ToUriComponent(), ClientAddress.Of(context), Trace());
    });

    /// <summary>Notes a change that was turned away because no page of this site sent it.</summary>
    public static void TurnedAway(HttpContext context) =>
        LogTurnedAway(Logger(context), context.User.ImpersonatorOrSelfId(), context.Request.Method, context.Request.Path.ToUriComponent(), ClientAddress.Of(context), Trace());

    private static ILogger Logger(HttpContext context) => context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(RefusalLog));

    private static string Trace() => Activity.Current?.TraceId.ToString() ?? "";

    [LoggerMessage(Level = LogLevel.Information, Message = "Turned away, by {Person}: {Method} {Path} from {Address}, trace {Trace}")]
    private static partial void LogTurnedAway(ILogger logger, Guid? person, string method, string path, string address, string trace);

    [LoggerMessage(Level = LogLevel.Information, Message = "Nothing there for {Person}: {Method} {Path} from {Address}, trace {Trace}")]
    private static partial void LogRefused(ILogger logger, Guid person, string method, string path, string address, string trace);

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
