using InterviewPrep.Web.Content;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewPrep.Web.Features.Exams;

/// <summary>All papers.</summary>
[AllowAnonymous]
public sealed class IndexModel(ContentLibrary content) : PageModel
{
    public IReadOnlyList<Paper> Papers => content.Papers;

    public void OnGet()
    {
    }
}
