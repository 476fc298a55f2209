using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Marking;
using InterviewPrep.Web.Features.Marking.Appeals;
using InterviewPrep.Web.Features.Shared;
using InterviewPrep.Web.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Feedback;

/// <summary>申请复核: one element of one's own released mark, with a reason.</summary>
[Authorize]
public sealed class AppealModel(AppDb db, CurrentPerson person, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)] public Guid SubmissionId { get; set; }

    [BindProperty(SupportsGet = true)] public string Element { get; set; } = "";

    [BindProperty] public string? Reason { get; set; }

    public Mark Mark { get; private set; } = null!;

    public AssessmentElement Doubted { get; private set; } = null!;

    public DateTimeOffset Until => Mark.Submission.Assignment.Release!.AppealsUntil;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await LoadAsync(ct) && time.GetUtcNow() < Until ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        var earlier = await db.Appeals.AsNoTracking().Where(a => a.SubmissionId == SubmissionId).ToListAsync(ct);
        var (appeal, problem) = Appeal.Ask(Mark, Mark.Submission.Assignment.Release!, earlier, Element, Reason ?? "", time.GetUtcNow());
        if (problem is null && ForbiddenCharacters.Find(Reason!) is { } character) problem = $"内容里有无法保存的控制字符（{character}）。";
        if (problem is not null) return this.Refuse(problem);
        db.Add(appeal!);
        await db.SaveUnlessThereAsync(ct);
        return Redirect($"/feedback/{SubmissionId}#scores-h");
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var mark = await db.Marks.AsNoTracking().Include(m => m.Rubric).Include(m => m.Submission.Assignment.Release).Include(m => m.Submission.AssignmentQuestion.Question)
            .ReleasedTo(person.Id).SingleOrDefaultAsync(m => m.SubmissionId == SubmissionId, ct);
        if (mark?.Rubric.Find(Element) is not { } element) return false;
        (Mark, Doubted) = (mark, element);
        return true;
    }
}
