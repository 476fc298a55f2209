using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Questions;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Exams;

/// <summary>One paper and its questions.</summary>
[AllowAnonymous]
[PublicPage]
public sealed class ShowModel(AppDb db, ContentLibrary content, CurrentPerson person, IQuestionProgress progress, TimeProvider time) : PageModel
{
    public ExamPaper Paper { get; private set; } = null!;

    /// <summary>How the room is set; null where the paper follows no layout.</summary>
    public RoomLayout? Layout => content.FindLayout(Paper.Layout);

    /// <summary>Sittings of this paper that go on.</summary>
    public IReadOnlyList<OpenSitting> Open { get; private set; } = [];

    public IReadOnlyList<QuestionContent> Questions { get; private set; } = [];

    /// <summary>Slugs of the questions that this person has compared before.</summary>
    public IReadOnlySet<string> Done { get; private set; } = new HashSet<string>();

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (content.FindPaper(slug) is not { } paper) return NotFound();
        Paper = paper;
        Questions = [.. paper.Questions.Select(content.FindQuestion).OfType<QuestionContent>()];
        Open = [.. (await db.OpenSittingsAsync(person.Id, time.GetUtcNow(), ct)).Where(s => s.Paper == slug)];
        var finished = progress.FinishedBy(person.Id);
        Done = await db.Questions.Where(q => paper.Questions.Contains(q.Slug) && finished.Contains(q.Id)).Select(q => q.Slug).ToHashSetAsync(ct);
        return Page();
    }
}
