using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Assignments;

/// <summary>An assignment as its learner sees it: until when, what is asked, how far one is, what was handed in.</summary>
[Authorize]
public sealed class ShowModel(AppDb db, CurrentPerson person, AttemptStart start, AttemptCloser closer, TimeProvider time) : PageModel
{
    /// <param name="DraftId">The draft of the attempt that runs; null where none does.</param>
    public sealed record QuestionRow(int Order, string Slug, string Type, string Prompt, Guid? DraftId, int Zi);

    public Assignment Assignment { get; private set; } = null!;

    public DueRow Due { get; private set; } = null!;

    public IReadOnlyList<Attempt> Attempts { get; private set; } = [];

    public Attempt? Running { get; private set; }

    /// <summary>Empty before the assignment opens, and for a timed one until it is begun.</summary>
    public IReadOnlyList<QuestionRow> Questions { get; private set; } = [];

    /// <summary>The own 抽签号, where one was drawn; sheets of paper are handed out by it.</summary>
    public int? CandidateNumber { get; private set; }

    public bool HasExtension { get; private set; }

    /// <summary>True in the few seconds in which the last saves are still taken.</summary>
    public bool IsClosing => Running is { } running && time.GetUtcNow() >= running.EndsAt;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        if (IsClosing) Response.Headers["Refresh"] = ((int)Attempt.Grace.TotalSeconds + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        var (refusal, _) = await start.RunAsync(id, person.Id!.Value, ct);
        if (!await LoadAsync(id, ct)) return NotFound();
        var problem = refusal switch
        {
            StartRefusal.None => null,
            StartRefusal.NotOpenYet => "还没有到开放时间。",
            StartRefusal.NoAttemptsLeft => "可交的次数用完了。",
            StartRefusal.ClassArchived => "班级已归档，不能再开始。",
            _ => "已经过了最晚收卷时间，不能再做。",
        };
        if (problem is not null) return this.Refuse(problem);
        return Questions is [{ DraftId: { } draft } only] ? Redirect($"/practice/{only.Slug}?draft={draft}") : Redirect($"/assignments/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        var (me, now) = (person.Id!.Value, time.GetUtcNow());
        await closer.CloseAsync(id, me, ct);
        var assignment = await db.Assignments.AsNoTracking().Include(a => a.Class.Archive).Include(a => a.Questions).Include(a => a.Extensions.Where(e => e.LearnerId == me)).AsSplitQuery()
            .ReadBy(me).SingleOrDefaultAsync(a => a.Id == id, ct);
        if (assignment is null) return false;
        Assignment = assignment;
        Attempts = await db.Attempts.AsNoTracking().Include(a => a.Returned).Include(a => a.Submissions).OwnedBy(me).Where(a => a.AssignmentId == id).OrderBy(a => a.Number).AsSplitQuery().ToListAsync(ct);
        Running = Attempts.LastOrDefault(a => a.ClosedAt is null);
        CandidateNumber = await db.CandidateNumbers.Where(l => l.AssignmentId == id && l.LearnerId == me).Select(l => (int?)l.Number).SingleOrDefaultAsync(ct);
        HasExtension = assignment.Extensions.Count > 0;
        Due = DueRow.Of(assignment, assignment.Extensions.FirstOrDefault(), Attempts, now);
        if (now < Due.Deadlines.OpensAt || (assignment.Pace == Pace.Timed && Attempts.Count == 0 && Due.IsOpen)) return true;
        var drafts = Running is null ? [] : await db.AttemptDrafts.Where(d => d.AttemptId == Running.Id).Select(d => new { d.AssignmentQuestionId, d.DraftId, d.Draft.Text }).ToDictionaryAsync(d => d.AssignmentQuestionId, ct);
        var questions = await db.AssignmentQuestions.Where(q => q.AssignmentId == id).OrderBy(q => q.Order).Select(q => new { q.Id, q.Order, q.Question.Slug, q.Question.Type, q.QuestionRevision.Prompt }).ToListAsync(ct);
        Questions = [.. questions.Select(q => new QuestionRow(q.Order, q.Slug, q.Type, q.Prompt, drafts.GetValueOrDefault(q.Id)?.DraftId, drafts.GetValueOrDefault(q.Id)?.Text.Zi ?? 0))];
        return true;
    }
}
