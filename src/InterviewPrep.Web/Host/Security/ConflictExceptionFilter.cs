using InterviewPrep.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Host.Security;

/// <summary>
/// Answers 409 where a save lost against another one, or was sent twice, and the page does not handle that itself:
/// nothing is stored, and it is not logged as an error.
/// </summary>
public sealed class ConflictExceptionFilter : IExceptionFilter
{
    public void OnException(ExceptionContext context)
    {
        if (context.Exception is not DbUpdateException e || !context.HttpContext.RequestServices.GetRequiredService<AppDb>().IsConflict(e)) return;
        context.Result = new StatusCodeResult(StatusCodes.Status409Conflict);
        context.ExceptionHandled = true;
    }
}
