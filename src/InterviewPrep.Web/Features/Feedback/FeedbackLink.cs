using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace InterviewPrep.Web.Features.Feedback;

/// <summary>The link to one's feedback in the navigation, with a dot while something is unread: <c>&lt;vc:feedback-link/&gt;</c>.</summary>
public sealed class FeedbackLinkViewComponent(AppDb db, CurrentPerson person) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync() =>
        View("~/Features/Feedback/_Link.cshtml", await db.CountUnreadAsync(person.Id, HttpContext.RequestAborted));
}
