using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewPrep.Web.Features.Shared;

/// <summary>
/// The one way in which a page refuses a form: the reason goes into the model state, where <c>_Refusal</c> shows it, and the page is
/// shown again with what was typed.
/// </summary>
public static class RefusedForm
{
    /// <summary>Shows the page again with the reason of a refusal.</summary>
    /// <param name="reason">Said to the person, in Chinese.</param>
    /// <param name="status">Status of the response; the platform answers a refused form with 200.</param>
    public static PageResult Refuse(this PageModel page, string reason, int? status = null)
    {
        page.ModelState.AddModelError("", reason);
        page.Response.StatusCode = status ?? page.Response.StatusCode;
        return page.Page();
    }

    /// <summary>Why the form as a whole was refused; null where it was not.</summary>
    public static string? Refusal(this ModelStateDictionary state) => state.Refusal("");

    /// <summary>Why one field was refused; null where it was not.</summary>
    /// <param name="key">Name of the field in the form.</param>
    public static string? Refusal(this ModelStateDictionary state, string key) =>
        state.TryGetValue(key, out var entry) ? entry.Errors.FirstOrDefault()?.ErrorMessage : null;
}
