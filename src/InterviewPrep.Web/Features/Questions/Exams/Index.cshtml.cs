using InterviewPrep.Web.Content;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewPrep.Web.Features.Questions.Exams;

/// <summary>All papers.</summary>
[AllowAnonymous]
public sealed class IndexModel(ContentLibrary content) : PageModel
{
    public IReadOnlyList<ExamPaper> Papers => content.Papers;

    public void OnGet()
    {
    }
}
