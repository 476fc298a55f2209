using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewPrep.Web.Features;

/// <summary>The page for every refusal: says what to do, tells nothing of the inside, and names the trace id that the log has.</summary>
[AllowAnonymous]
public sealed class ErrorModel : PageModel
{
    public int Code { get; private set; }

    public string TraceId => RequestTrace.Of(HttpContext);

    public string Title => ErrorWords.Title(Code);

    public string Advice => ErrorWords.Advice(Code);

    public void OnGet(int? code)
    {
        Code = code is >= 400 and < 600 ? code.Value : Response.StatusCode is >= 400 ? Response.StatusCode : 404;
        Response.StatusCode = Code;
    }
}
