using System.Diagnostics;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.AspNetCore.Diagnostics;

namespace InterviewPrep.Web.Web;

/// <summary>Writes down what broke, under the trace id that the error page names. The page itself says nothing of it.</summary>
public sealed partial class ErrorLog(ILogger<ErrorLog> logger) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        // A browser that went away is no fault of the site.
        if (!httpContext.RequestAborted.IsCancellationRequested)
            LogBroken(Activity.Current?.TraceId.ToString() ?? httpContext.TraceIdentifier, httpContext.Request.Method, httpContext.Request.Path.ToUriComponent(), httpContext.User.ActorId(), exception);
        return ValueTask.FromResult(false);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Broke, trace {Trace}: {Method} {Path} by {Person}")]
    private partial void LogBroken(string trace, string method, string path, Guid? person, Exception exception);
}

public static partial class RefusalLog
{
    /// <summary>Notes when somebody signed in asks for an address of a known kind and there is nothing for him: a mistyped address, or a try.</summary>
    public static IApplicationBuilder UseRefusalLog(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        await next(context);
        if (context.Response.StatusCode is StatusCodes.Status404NotFound or StatusCodes.Status403Forbidden && context.GetEndpoint() is not null && context.User.ActorId() is { } person)
            LogRefused(context.RequestServices.GetRequiredService<ILogger<ErrorLog>>(), person, context.Request.Method, context.Request.Path.ToUriComponent() + context.Request.QueryString.ToUriComponent(), ClientAddress.Of(context), Activity.Current?.TraceId.ToString() ?? "");
    });

    [LoggerMessage(Level = LogLevel.Information, Message = "Nothing there for {Person}: {Method} {Path} from {Address}, trace {Trace}")]
    private static partial void LogRefused(ILogger logger, Guid person, string method, string path, string address, string trace);
}
