using Microsoft.AspNetCore.Mvc;

namespace InterviewPrep.Web.Features.Accounts;

public static class ReturnUrl
{
    /// <summary>Where to go on: the address asked for where it is on this site, else the desk. Never an error.</summary>
    public static string Safe(this IUrlHelper url, string? returnUrl) =>
        url.IsLocalUrl(returnUrl) && !returnUrl.StartsWith("/account/sign-", StringComparison.OrdinalIgnoreCase) && returnUrl.All(c => c is > ' ' and < '\u007F') ? returnUrl : "/";
}
