using InterviewPrep.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Host.Security;

/// <summary>
/// A change that somebody else was faster with, or that was sent twice, is answered with 409 where a page has nothing better to say:
/// nothing is stored, and it is no failure of the site.
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
