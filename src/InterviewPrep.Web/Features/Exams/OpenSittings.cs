using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace InterviewPrep.Web.Features.Exams;

/// <summary>Sittings that go on, for the desk: <c>&lt;vc:open-sittings/&gt;</c>.</summary>
public sealed class OpenSittingsViewComponent(AppDb db, CurrentPerson person, TimeProvider time) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync() =>
        await db.OpenSittingsAsync(person.Id, time.GetUtcNow(), HttpContext.RequestAborted) is { Count: > 0 } open ? View("~/Features/Exams/_OpenSittings.cshtml", open) : Content("");
}
