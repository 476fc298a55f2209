using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Paper.Choices;
using InterviewPrep.Web.Features.Paper.Layout;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Paper;

/// <summary>The handout of a lesson, with its exercise and self-check. The example stands in it only after one's own sentence.</summary>
[AllowAnonymous]
[PublicPage]
public sealed class LessonModel(AppDb db, ContentLibrary content, CurrentPerson person) : PageModel
{
    public static readonly IReadOnlyList<string> Sizes = ["A4", "B5"];

    public Lesson Lesson { get; private set; } = null!;

    public SheetChoices Choices { get; private set; } = null!;

    public SheetDocument Document { get; private set; } = null!;

    public bool ShowsExample { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, string? size, string? type, CancellationToken ct)
    {
        if (content.FindLesson(slug) is not { } lesson) return NotFound();
        (Lesson, Choices) = (lesson, SheetChoices.From(null, null, Sizes.Contains(size) ? size : null, type, null));
        ShowsExample = User.IsTeacher() || await db.ExerciseAnswers.AnyAsync(a => a.OwnerId == person.Id && a.Lesson == slug, ct);
        Document = LessonHandout.Document(lesson, content.Tracks.First(t => t.Slug == lesson.Track), Choices, ShowsExample);
        return Page();
    }
}
