using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewPrep.Floor.Pages;

public sealed class IndexModel : PageModel
{
    public void OnGet()
    {
    }
}
