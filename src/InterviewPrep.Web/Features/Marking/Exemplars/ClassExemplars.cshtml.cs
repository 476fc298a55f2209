using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Classes;
using InterviewPrep.Web.Features.Drafts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Marking.Exemplars;

/// <summary>Good answers of classmates, with their consent, without name, number and marks.</summary>
[Authorize]
public sealed class ClassExemplarsModel(AppDb db, ContentLibrary content, CurrentPerson person) : PageModel
{
    public sealed record Row(string Question, string Prompt, string Framework, DraftText Text, string Why);

    public string ClassName { get; private set; } = "";

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyList<Stage> StagesOf(Row row) => content.FrameworkOf(row.Framework).StagesOf(row.Text);

    public async Task<IActionResult> OnGetAsync(Guid classId, CancellationToken ct)
    {
        if (await db.Classes.Of(person.Id).Where(c => c.Id == classId).Select(c => c.Name).SingleOrDefaultAsync(ct) is not { } name) return NotFound();
        ClassName = name;
        Rows = await db.Exemplars.AsNoTracking().ShownTo(person.Id).Where(e => e.Submission.Assignment.ClassId == classId).OrderByDescending(e => e.At)
            .Select(e => new Row(e.Submission.AssignmentQuestion.Question.Title, e.Submission.AssignmentQuestion.QuestionRevision.Prompt, e.Submission.AssignmentQuestion.QuestionRevision.Framework, e.Submission.Text, e.Why)).ToListAsync(ct);
        return Page();
    }
}
