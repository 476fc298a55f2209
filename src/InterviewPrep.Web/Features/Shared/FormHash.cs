using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewPrep.Web.Features.Shared;

/// <summary>
/// A hidden field that holds a hash of the values that a form began with. A form with an older hash would overwrite unseen what was changed since in
/// another tab or by somebody else: the page answers 409, shows what was typed with the stamp of now, and takes it the next time.
/// </summary>
public static class FormHash
{
    /// <summary>Name of the hidden field.</summary>
    public const string Field = "stamp";

    /// <param name="values">All that the form changes, as it is kept now.</param>
    public static string Of(params object?[] values) => Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(values)).AsSpan(0, 8));

    /// <summary>What to tell who comes late.</summary>
    /// <param name="change">What was changed meanwhile, as a sentence without its full stop.</param>
    /// <param name="button">What stands on the button of the form.</param>
    public static string ConflictMessage(string change, string button) => $"{change}。您填的还没有保存，都在下面；核对后再按一次「{button}」，就用您的。";

    /// <summary>Whether the form that came began with something else than what is kept now; the answer's status says so then.</summary>
    /// <param name="page">The page that the form was sent to.</param>
    /// <param name="now">The stamp of what is kept now.</param>
    public static bool IsOutdated(this PageModel page, string now)
    {
        if (page.Request.Typed(Field) == now) return false;
        page.Response.StatusCode = StatusCodes.Status409Conflict;
        return true;
    }
}
