using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewPrep.Web.Features.Lessons;

/// <summary>All tracks with their lessons, read and unread.</summary>
[AllowAnonymous]
[PublicPage]
public sealed class IndexModel(AppDb db, ContentLibrary content, CurrentPerson person) : PageModel
{
    public IReadOnlyList<Track> Tracks => content.Tracks;

    /// <summary>Slugs of the lessons that this person has read.</summary>
    public IReadOnlySet<string> Read { get; private set; } = new HashSet<string>();

    public Stage? StageOf(Lesson lesson) => lesson is { Framework: { } f, Stage: { } s } ? content.FindFramework(f)?.FindStage(s) : null;

    public async Task OnGetAsync(CancellationToken ct) =>
        Read = await db.ReadLessonsAsync(person.Id, ct);
}
