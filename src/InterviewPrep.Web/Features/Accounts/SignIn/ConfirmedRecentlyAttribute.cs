using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace InterviewPrep.Web.Features.Accounts.SignIn;

/// <summary>
/// A page that changes how somebody signs in, or what they may do: whoever opens it has proved who they are in the last minutes, or does so first.
/// An unattended browser is then not enough to take over the account.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ConfirmedRecentlyAttribute : Attribute, IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HttpContext.User.IsConfirmed()) await next();
        else context.Result = new RedirectResult("/account/confirm" + QueryString.Create("returnUrl", context.HttpContext.Request.Path.ToUriComponent()));
    }
}
