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
    /// <summary>
    /// Notes when somebody signed in asks for an address of a known kind and there is nothing for him: a mistyped address, or a try;
    /// and when anybody's change is turned away as not sent by a page of this site: a page that stood open too long, or a try.
    /// </summary>
    public static IApplicationBuilder UseRefusalLog(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        await next(context);
        var (request, person) = (context.Request, context.User.ActorId());
        var (trace, from) = (Activity.Current?.TraceId.ToString() ?? "", ClientAddress.Of(context));
        var logger = context.RequestServices.GetRequiredService<ILogger<ErrorLog>>();
        if (context.Response.StatusCode is StatusCodes.Status400BadRequest or StatusCodes.Status415UnsupportedMediaType && !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
            LogTurnedAway(logger, context.Response.StatusCode, person, request.Method, request.Path.ToUriComponent(), from, trace);
        else if (context.Response.StatusCode is StatusCodes.Status404NotFound or StatusCodes.Status403Forbidden && context.GetEndpoint() is not null && person is { } known)
            LogRefused(logger, known, request.Method, request.Path.ToUriComponent() + request.QueryString.ToUriComponent(), from, trace);
    });

    [LoggerMessage(Level = LogLevel.Information, Message = "Turned away with {Status}, by {Person}: {Method} {Path} from {Address}, trace {Trace}")]
    private static partial void LogTurnedAway(ILogger logger, int status, Guid? person, string method, string path, string address, string trace);

    [LoggerMessage(Level = LogLevel.Information, Message = "Nothing there for {Person}: {Method} {Path} from {Address}, trace {Trace}")]
    private static partial void LogRefused(ILogger logger, Guid person, string method, string path, string address, string trace);
}
