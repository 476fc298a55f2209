using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Assignments.Manage;
using InterviewPrep.Web.Features.Drafts;
using InterviewPrep.Web.Features.Shared;
using InterviewPrep.Web.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Marking.Exemplars;

/// <summary>Answers that a marker wants to show to the class; the learner is asked first.</summary>
[Authorize(Policy = Policies.Marker)]
public sealed class ExemplarsModel(AppDb db, ContentLibrary content, CurrentPerson person, AssignmentTabQuery tabs, TimeProvider time) : AssignmentPage(db, person, tabs)
{
    private const int MostRows = 200;

    public sealed record Row(Guid SubmissionId, LearnerName Learner, string Question, double Total, DraftText Text, IReadOnlyList<Stage> Stages, Exemplar? Exemplar);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(toManage: false, ct)) return NotFound();
        var names = await LearnerNamesAsync(ct);
        var proposed = await Db.Exemplars.AsNoTracking().Where(e => e.Submission.AssignmentId == AssignmentId).ToDictionaryAsync(e => e.SubmissionId, ct);
        var best = await Db.Marks.AsNoTracking().Include(m => m.Submission.AssignmentQuestion.Question).Include(m => m.Submission.AssignmentQuestion.QuestionRevision).Where(m => m.Submission.AssignmentId == AssignmentId && m.Total != null && !(m.Submission.IsOnPaper && m.Submission.Zi == 0))
            .OrderByDescending(m => m.Total).Take(MostRows).ToListAsync(ct);
        Rows = [.. best.Select(m => new Row(m.SubmissionId, names.Of(m.Submission.LearnerId), m.Submission.AssignmentQuestion.Question.Title, m.Total!.Value, m.Submission.Text, content.StagesOf(m.Submission), proposed.GetValueOrDefault(m.SubmissionId)))
            .OrderBy(r => r.Exemplar is null)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid submission, string? why, CancellationToken ct)
    {
        if (!await LoadAsync(toManage: true, ct) || !await Db.Marks.AnyAsync(m => m.SubmissionId == submission && m.Submission.AssignmentId == AssignmentId && m.Total != null, ct)) return NotFound();
        var text = why?.Trim() ?? "";
        if (text.Length is 0 or > Exemplar.LongestWhy || ForbiddenCharacters.Find(text) is not null)
        {
            await OnGetAsync(ct);
            return this.Refuse($"请写好在哪里，最多 {Exemplar.LongestWhy} 个字符。");
        }
        if (!await Db.Exemplars.AnyAsync(e => e.SubmissionId == submission, ct)) Db.Add(new Exemplar(submission, text, Me, time.GetUtcNow()));
        await Db.SaveUnlessThereAsync(ct);
        return Redirect(Address + "/exemplars");
    }

    /// <summary>The marker takes the proposal back; the class sees it no longer.</summary>
    public async Task<IActionResult> OnPostWithdrawAsync(Guid submission, CancellationToken ct)
    {
        if (!await LoadAsync(toManage: true, ct)) return NotFound();
        await Db.Exemplars.Where(e => e.SubmissionId == submission && e.Submission.AssignmentId == AssignmentId).ExecuteDeleteAsync(ct);
        return Redirect(Address + "/exemplars");
    }
}
