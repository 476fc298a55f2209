using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Sheets;

/// <summary>The handout of a lesson, with its exercise and self-check. The example stands in it only after one's own sentence.</summary>
[AllowAnonymous]
public sealed class LessonModel(AppDb db, ContentLibrary content, CurrentPerson person) : PageModel
{
    public static readonly IReadOnlyList<string> Sizes = ["A4", "B5"];

    public Lesson Lesson { get; private set; } = null!;

    public Track Track { get; private set; } = null!;

    public string Size { get; private set; } = "A4";

    public string Type { get; private set; } = SheetChoices.Normal;

    public bool ShowsExample { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, string? size, string? type, CancellationToken ct)
    {
        if (content.FindLesson(slug) is not { } lesson) return NotFound();
        (Lesson, Track) = (lesson, content.Tracks.First(t => t.Slug == lesson.Track));
        if (Sizes.Contains(size)) Size = size!;
        if (type == SheetChoices.Large) Type = type;
        ShowsExample = User.IsTeacher() || await db.ExerciseAnswers.AnyAsync(a => a.OwnerId == person.Id && a.Lesson == slug, ct);
        return Page();
    }
}
