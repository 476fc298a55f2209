using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewPrep.Web.Features.Questions;

/// <summary>One question before it is answered: prompt, 审题, frame, and one's own earlier drafts.</summary>
[AllowAnonymous]
[PublicPage]
public sealed class ShowModel(AppDb db, ContentLibrary content, CurrentPerson person, IQuestionProgress progress, IWithheldAnswers withheld) : PageModel
{
    public QuestionRevision Revision { get; private set; } = null!;

    public Framework Framework { get; private set; } = null!;

    /// <summary>True while an assignment keeps back what helps to answer it.</summary>
    public bool IsWithheld { get; private set; }

    public IReadOnlyList<OwnAnswer> Answers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await db.CurrentRevisionAsync(slug, person.Id, ct) is not { } revision || content.FindFramework(revision.Framework) is not { } framework) return NotFound();
        (Revision, Framework) = (revision, framework);
        IsWithheld = await withheld.AreWithheldAsync(revision.QuestionId, person.Id, ct);
        Answers = await progress.AnswersAsync(person.Id, slug, ct);
        return Page();
    }
}
