using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Annotations;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Handwriting;
using InterviewPrep.Web.Features.Marking;
using InterviewPrep.Web.Features.Paper.Layout;
using InterviewPrep.Web.Features.Paper.Word;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Paper.MarkedAnswers;

/// <summary>One's own released feedback on paper: the feedback sheet, or the marked answer.</summary>
[Authorize]
public sealed class SheetModel(AppDb db, ContentLibrary content, CurrentPerson person, SiteTime siteTime, SheetWord word) : PageModel
{
    public Guid SubmissionId { get; private set; }

    public string Kind { get; private set; } = MarkedPaper.Feedback;

    public SheetDocument Document { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid submissionId, string? kind, CancellationToken ct) => await LoadAsync(submissionId, kind, ct) ? Page() : NotFound();

    /// <summary>The same as a Word file.</summary>
    public async Task<IActionResult> OnGetWordAsync(Guid submissionId, string? kind, CancellationToken ct) =>
        await LoadAsync(submissionId, kind, ct) ? File(word.Write(Document), SheetWord.ContentType, $"{Document.Title}.docx") : NotFound();

    private async Task<bool> LoadAsync(Guid submissionId, string? kind, CancellationToken ct)
    {
        if (await db.VisibleMarkAsync(submissionId, person.Id, ct) is not { } mark) return false;
        (SubmissionId, Kind) = (submissionId, MarkedPaper.Known(kind));
        var submission = await db.Submissions.AsNoTracking().Include(s => s.Assignment).Include(s => s.AssignmentQuestion.Question).Include(s => s.AssignmentQuestion.QuestionRevision)
            .OwnedBy(person.Id).SingleAsync(s => s.Id == submissionId, ct);
        var (question, revision) = (submission.AssignmentQuestion.Question, submission.AssignmentQuestion.QuestionRevision);
        var (stages, pinned) = AnnotatedAnswer.Of(content.FrameworkOf(revision.Framework), submission.Text, mark.Comments, mark.Stamps);
        var paper = new MarkedPaper($"{submission.Assignment.Title} · 第 {submission.AttemptNumber} 次提交 · {siteTime.Long(submission.HandedInAt)}", question.Title, revision.Prompt,
            stages, pinned, await db.PagesOfAsync(submission, ct), mark.Rubric, mark.Scores, mark.Total, mark.Remark);
        Document = MarkedPaper.Document(question.Title, Kind, [paper], MarkedPaper.Choices(Request.Query));
        return true;
    }
}
