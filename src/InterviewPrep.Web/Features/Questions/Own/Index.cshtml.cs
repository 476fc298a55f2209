using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Questions.Own;

/// <summary>The questions that a teacher wrote: begun, in force, retired.</summary>
[Authorize(Policy = Policies.Teacher)]
public sealed class IndexModel(AppDb db, CurrentPerson person, IWithheldAnswers withheld, TimeProvider time) : PageModel
{
    public sealed record Row(int Id, string Slug, string Title, string Type, QuestionState State, QuestionVisibility Visibility, string? ClassName, bool HasSketch, DateTimeOffset? At);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var questions = await db.Questions.AsNoTracking().OwnedBy(person.Id!.Value).OrderByDescending(q => q.Id)
            .Select(q => new { Question = q, ClassName = db.Classes.Where(c => c.Id == q.ClassId).Select(c => c.Name).FirstOrDefault(), At = q.Revisions.Max(r => (DateTimeOffset?)r.CreatedAt) }).ToListAsync(ct);
        Rows = [.. from row in questions
                   let question = row.Question
                   let sketch = question.Sketch.Length > 0 ? OwnQuestionForm.FromSketch(question.Sketch) : null
                   select new Row(question.Id, question.Slug, sketch?.Title is { Length: > 0 } typed ? typed : question.Title.Length > 0 ? question.Title : "还没有题名",
                       sketch?.Type ?? question.Type, question.State, question.Visibility, row.ClassName, sketch is not null, question.SketchedAt ?? row.At)];
    }

    /// <summary>Begins a question on a clean sheet.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await BeginAsync(new OwnQuestionForm(), ct);

    /// <summary>Begins a question from another one.</summary>
    public async Task<IActionResult> OnPostCopyAsync(string? slug, CancellationToken ct)
    {
        if (await db.CurrentRevisionAsync(slug ?? "", person.Id, ct) is not { } revision) return NotFound();
        // Its page says why.
        return await withheld.AreWithheldAsync(revision.QuestionId, person.Id, ct) ? Redirect($"/questions/{revision.Question.Slug}") : await BeginAsync(OwnQuestionForm.From(revision), ct);
    }

    private async Task<IActionResult> BeginAsync(OwnQuestionForm form, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var question = db.Add(Question.OwnedBy(person.Id!.Value, now)).Entity;
        question.SaveSketch(form.ToSketch(), now);
        await db.SaveChangesAsync(ct);
        return Redirect($"/questions/own/{question.Id}");
    }
}
