using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewPrep.Web.Features;

/// <summary>What the service worker shows where there is neither network nor copy.</summary>
[AllowAnonymous]
public sealed class OfflineModel : PageModel;
