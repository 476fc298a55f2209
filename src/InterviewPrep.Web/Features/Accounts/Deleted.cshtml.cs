using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>Says that the account is gone.</summary>
[AllowAnonymous]
public sealed class DeletedModel : PageModel
{
    public void OnGet()
    {
    }
}
