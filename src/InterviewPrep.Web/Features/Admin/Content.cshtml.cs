using InterviewPrep.Web.Content;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewPrep.Web.Features.Admin;

/// <summary>What is wrong with the content files as they stand; the site goes on with the last good ones.</summary>
[Authorize(Policy = Policies.Administrator)]
public sealed class ContentModel(ContentStore content) : PageModel
{
    public IReadOnlyList<ContentProblem> Problems => content.Problems;

    public ContentLibrary Served => content.Library;
}
