using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Drafts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Assignments;

/// <summary>The page before handing in: what is written, what is missing, which points the learner claims.</summary>
[Authorize]
public sealed class HandInModel(AppDb db, ContentLibrary content, CurrentPerson person, HandingIn handingIn, AttemptCloser closer, IHandwrittenPages handwritten, IdentityReader identity) : PageModel
{
    public sealed record QuestionRow(Guid Id, int Order, string Slug, string Prompt, Guid DraftId, DraftText Text, Framework Framework, int Photos, IReadOnlyList<IdentityHit> Identity);

    public Attempt Attempt { get; private set; } = null!;

    public IReadOnlyList<QuestionRow> Questions { get; private set; } = [];

    /// <summary>Words that may identify the person; they can hand in all the same by saying that these do not.</summary>
    public int IdentityPlaces => Questions.Sum(q => q.Identity.Count);

    /// <summary>What was ticked stays ticked where the page comes again.</summary>
    public bool IsTicked(Guid question, string point) => Request.HasFormContentType && Request.Form[$"ticks.{question}"].Contains(point);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        await closer.CloseAsync(id, person.Id!.Value, ct);
        if (await LoadAsync(id, ct)) return Page();
        return await db.Assignments.ReadBy(person.Id).AnyAsync(a => a.Id == id, ct) ? Redirect($"/assignments/{id}") : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid attempt, bool notMine, CancellationToken ct)
    {
        var me = person.Id!.Value;
        if (!await db.Attempts.OwnedBy(me).AnyAsync(a => a.Id == attempt && a.AssignmentId == id, ct)) return NotFound();
        var isOpen = await LoadAsync(id, ct);
        if (isOpen && IdentityPlaces > 0 && !notMine) return Page();
        var ticks = isOpen
            ? Questions.ToDictionary(q => q.Id, q => (IReadOnlyList<string>)[.. Request.Form[$"ticks.{q.Id}"].OfType<string>().Where(p => q.Framework.FindPoint(p) is not null).Distinct()])
            : null;
        var done = await handingIn.RunAsync(attempt, me, ticks, ct);
        return done?.HandedInAt is null ? Redirect($"/assignments/{id}") : Redirect($"/assignments/{id}/receipts/{attempt}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        var attempt = await db.Attempts.AsNoTracking().Include(a => a.Assignment).OwnedBy(person.Id).SingleOrDefaultAsync(a => a.AssignmentId == id && a.ClosedAt == null, ct);
        if (attempt is null) return false;
        Attempt = attempt;
        var rows = await db.AttemptDrafts.Where(d => d.AttemptId == attempt.Id).OrderBy(d => d.AssignmentQuestion.Order)
            .Select(d => new { d.AssignmentQuestion.Id, d.AssignmentQuestion.Order, d.AssignmentQuestion.Question.Slug, d.AssignmentQuestion.QuestionRevision.Prompt, d.AssignmentQuestion.QuestionRevision.Framework, d.DraftId, d.Draft.Text }).ToListAsync(ct);
        var photos = await handwritten.CountAsync(attempt.Id, ct);
        var questions = new List<QuestionRow>();
        foreach (var row in rows)
            questions.Add(new QuestionRow(row.Id, row.Order, row.Slug, row.Prompt, row.DraftId, row.Text, content.FrameworkOf(row.Framework), photos.GetValueOrDefault(row.Id), await identity.ReadAsync(row.Text, row.Prompt, ct)));
        Questions = questions;
        return true;
    }
}
