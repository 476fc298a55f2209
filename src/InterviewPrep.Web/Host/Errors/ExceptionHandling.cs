using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Site;

namespace InterviewPrep.Web.Host.Errors;

/// <summary>
/// Answers a request that threw an exception, without the database, the session or a second pass through the pipeline, so that an answer
/// is sent whatever failed; and logs the exception once, with the address of the request.
/// </summary>
public sealed partial class ExceptionHandling(ILogger<ExceptionHandling> logger) : IMiddleware
{
    private const int RetrySeconds = 5;

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception e) when (context.RequestAborted.IsCancellationRequested)
        {
            // A browser that went away is no fault of the site.
            LogAborted(context.Request.Method, context.Request.Path.ToUriComponent(), e.Message);
        }
        catch (Exception e)
        {
            await AnswerAsync(context, e);
        }
    }

    private async Task AnswerAsync(HttpContext context, Exception exception)
    {
        var failure = context.RequestServices.GetRequiredService<AppDb>().FailureOf(exception);
        var status = (exception, failure) switch
        {
            (BadHttpRequestException bad, _) => bad.StatusCode,
            (_, StorageFailure.Full) => StatusCodes.Status507InsufficientStorage,
            (_, StorageFailure.Unavailable) => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status500InternalServerError,
        };
        Log(context, exception, failure, status);
        if (context.Response.HasStarted)
        {
            // The connection is aborted, so that half a page is not taken for a whole one.
            context.Abort();
            return;
        }
        context.Response.Clear();
        context.Response.StatusCode = status;
        if (failure is not null) context.Response.Headers.RetryAfter = $"{RetrySeconds}";
        if (context.Request.Path.StartsWithSegments("/api")) await Results.Problem(statusCode: status, title: ErrorWords.Advice(status)).ExecuteAsync(context);
        else await PlainErrorPage.WriteAsync(context);
    }

    private void Log(HttpContext context, Exception exception, StorageFailure? failure, int status)
    {
        var request = context.Request;
        var (path, route) = (request.Path.ToUriComponent(), (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText);
        var (account, trace) = (context.User.ImpersonatorOrSelfId(), RequestTrace.Of(context));
        if (status < StatusCodes.Status500InternalServerError) LogBadRequest(request.Method, path, route, account, status, trace, exception.Message);
        else if (failure is null) LogUnhandled(request.Method, path, route, account, status, trace, exception);
        // An unavailable database fails every request in the same way, so the reason is logged without a stack trace.
        else LogStorageFailure(request.Method, path, route, account, status, trace, exception.GetBaseException().Message.ReplaceLineEndings(" "));
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Client went away: {Method} {Path}: {Reason}")]
    private partial void LogAborted(string method, string path, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Bad request: {Method} {Path} (route {Route}), account {Account}, status {Status}, trace {Trace}: {Reason}")]
    private partial void LogBadRequest(string method, string path, string? route, Guid? account, int status, string trace, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Unhandled exception: {Method} {Path} (route {Route}), account {Account}, status {Status}, trace {Trace}")]
    private partial void LogUnhandled(string method, string path, string? route, Guid? account, int status, string trace, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Database unavailable: {Method} {Path} (route {Route}), account {Account}, status {Status}, trace {Trace}: {Reason}")]
    private partial void LogStorageFailure(string method, string path, string? route, Guid? account, int status, string trace, string reason);
}
