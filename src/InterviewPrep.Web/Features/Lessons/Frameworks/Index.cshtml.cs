using InterviewPrep.Web.Content;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewPrep.Web.Features.Lessons.Frameworks;

/// <summary>All answer frames: stages, scoring points, when each fits.</summary>
[AllowAnonymous]
[PublicPage]
public sealed class IndexModel(ContentLibrary content) : PageModel
{
    public IReadOnlyList<Framework> Frames => content.Frameworks;

    public void OnGet()
    {
    }
}
