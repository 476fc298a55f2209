using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Options;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>
/// For forms on pages that are the same for everybody and so have no token: a change counts where the browser says that a page of this site sent
/// it (<c>Sec-Fetch-Site</c>, or <c>Origin</c>, which no page of another site can set), or where it has a token after all.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OwnOriginOrTokenAttribute : Attribute, IAsyncAuthorizationFilter, IAntiforgeryPolicy, IOrderedFilter
{
    /// <summary>Behind the framework's own filter, whose place it takes.</summary>
    public int Order => 1001;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var (http, request) = (context.HttpContext, context.HttpContext.Request);
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || IsFromOwnPage(http)) return;
        if (await http.RequestServices.GetRequiredService<IAntiforgery>().ValidateAsync(http)) return;
        context.Result = new StatusCodeResult(StatusCodes.Status400BadRequest);
    }

    private static bool IsFromOwnPage(HttpContext context)
    {
        var headers = context.Request.Headers;
        if (headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site) return site == "same-origin";
        if (!Uri.TryCreate(headers.Origin.ToString(), UriKind.Absolute, out var origin)) return false;
        var address = context.RequestServices.GetRequiredService<IOptions<SiteOptions>>().Value.Address;
        return origin.Authority.Equals(context.Request.Host.Value, StringComparison.OrdinalIgnoreCase)
            || (Uri.TryCreate(address, UriKind.Absolute, out var own) && own.Authority.Equals(origin.Authority, StringComparison.OrdinalIgnoreCase));
    }
}
