using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace InterviewPrep.Web.Host.Security;

/// <summary>
/// Refuses a handler that the page does not have (404) and a form sent to a page that takes none (405): Razor Pages would run
/// another handler, or the view without any.
/// </summary>
public sealed class UnknownHandlerFilter : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        var asked = context.RouteData.Values["handler"] as string is { Length: > 0 } named ? named : request.Query["handler"].ToString();
        if (asked.Length > 0 && !asked.Equals(context.HandlerMethod?.Name, StringComparison.OrdinalIgnoreCase)) context.Result = new NotFoundResult();
        else if (context.HandlerMethod is null && HttpMethods.IsPost(request.Method)) context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
        else return next();
        return Task.CompletedTask;
    }
}
