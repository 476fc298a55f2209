using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace InterviewPrep.Web.Features.Accounts.SignIn;

public static class ReturnUrl
{
    /// <summary>Where to go on: the address asked for where it is on this site, else the desk. Never an error.</summary>
    public static string Safe(this IUrlHelper url, string? returnUrl) =>
        url.IsLocalUrl(returnUrl) && !returnUrl.StartsWith("/account/sign-", StringComparison.OrdinalIgnoreCase) && !returnUrl.Any(char.IsControl) ? Encoded(returnUrl) : "/";

    // A header holds ASCII; what somebody typed in Chinese goes as it would in a link.
    private static string Encoded(string url) =>
        string.Concat(url.EnumerateRunes().Select(r => r.IsAscii && r.Value != ' ' ? r.ToString() : string.Concat(Encoding.UTF8.GetBytes(r.ToString()).Select(b => $"%{b:X2}"))));
}
