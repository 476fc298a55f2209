using InterviewPrep.Web.Features.Accounts.Audit;
using Microsoft.AspNetCore.Antiforgery;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>
/// Whether a change comes from a page of this site. Razor Pages look at the token of a form by themselves; endpoints state it, and a page that must
/// keep what was typed asks here.
/// </summary>
public static class AntiforgeryValidation
{
    private const string Expired = "页面已过期，请刷新后再保存；您写的内容还在页面上。";

    /// <summary>Whether a request carries its page's token. One that does not is logged: a page that was open too long, or an attempt from elsewhere.</summary>
    public static async Task<bool> ValidateAsync(this IAntiforgery antiforgery, HttpContext context)
    {
        if (await antiforgery.IsRequestValidAsync(context)) return true;
        RefusalLog.TurnedAway(context);
        return false;
    }

    /// <summary>Answers 400 with the code <c>token</c> to a request without its page's token; scripts then fetch a new one.</summary>
    public static RouteHandlerBuilder RequireAntiforgeryToken(this RouteHandlerBuilder endpoint) => endpoint.DisableAntiforgery().AddEndpointFilter(async (invocation, next) =>
    {
        var context = invocation.HttpContext;
        return await context.RequestServices.GetRequiredService<IAntiforgery>().ValidateAsync(context)
            ? await next(invocation)
            : Results.Problem(statusCode: StatusCodes.Status400BadRequest, title: Expired, extensions: [new("code", "token")]);
    });
}
