using System.Diagnostics;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.AspNetCore.Diagnostics;

namespace InterviewPrep.Web.Host.Security;

/// <summary>Writes down what broke, under the trace id that the error page names. The page itself says nothing of it.</summary>
public sealed partial class ExceptionLogger(ILogger<ExceptionLogger> logger) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        // A browser that went away is no fault of the site.
        if (!httpContext.RequestAborted.IsCancellationRequested)
            LogBroken(Activity.Current?.TraceId.ToString() ?? httpContext.TraceIdentifier, httpContext.Request.Method, httpContext.Request.Path.ToUriComponent(), httpContext.User.ImpersonatorOrSelfId(), exception);
        return ValueTask.FromResult(false);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Broke, trace {Trace}: {Method} {Path} by {Person}")]
    private partial void LogBroken(string trace, string method, string path, Guid? person, Exception exception);
}
