using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Assignments.Manage;
using InterviewPrep.Web.Features.Shared;
using InterviewPrep.Web.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Marking.Appeals;

/// <summary>复核: what learners doubt, and the teacher's answer. Both marks are kept.</summary>
[Authorize(Policy = Policies.Marker)]
public sealed class AppealsModel(AppDb db, ContentLibrary content, CurrentPerson person, AssignmentTabQuery tabs, TimeProvider time) : AssignmentPage(db, person, tabs)
{
    /// <param name="Most">Most points of the element; null where the rubric has it no longer, so that the mark cannot change.</param>
    public sealed record Row(Appeal Appeal, LearnerName Learner, string Question, Submission Submission, IReadOnlyList<Stage> Stages, double? Most, double? Now);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(toManage: false, ct)) return NotFound();
        var names = await LearnerNamesAsync(ct);
        var appeals = await Db.Appeals.AsNoTracking().Include(a => a.Mark.Rubric).Include(a => a.Mark.Submission.AssignmentQuestion.Question)
            .Include(a => a.Mark.Submission.AssignmentQuestion.QuestionRevision)
            .Where(a => a.Mark.Submission.AssignmentId == AssignmentId).OrderBy(a => a.AnsweredAt != null).ThenBy(a => a.At).ToListAsync(ct);
        Rows = [.. appeals.Select(a => new Row(a, names.Of(a.Mark.Submission.LearnerId), a.Mark.Submission.AssignmentQuestion.Question.Title, a.Mark.Submission, content.StagesOf(a.Mark.Submission),
            a.Mark.Rubric.Find(a.Element)?.Most, a.Mark.Scores.FirstOrDefault(s => s.Element == a.Element)?.Points))];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid appeal, double points, string? answer, CancellationToken ct)
    {
        if (!await LoadAsync(toManage: true, ct)) return NotFound();
        var found = await Db.Appeals.Include(a => a.Mark.Rubric).Include(a => a.Mark.Submission).Include(a => a.Mark.Past)
            .SingleOrDefaultAsync(a => a.Id == appeal && a.Mark.Submission.AssignmentId == AssignmentId, ct);
        if (found is null) return NotFound();
        var text = answer?.Trim() ?? "";
        var problem = text.Length is 0 or > Appeal.LongestText ? $"请写答复，最多 {Appeal.LongestText} 个字符。"
            : ForbiddenCharacters.Find(text) is { } character ? $"内容里有无法保存的控制字符（{character}）。"
            : !ModelState.IsValid || !found.Settle(found.Mark, points, text, Me, time.GetUtcNow()) ? "这一项已经答复过，或者分数不在满分之内。"
            : null;
        if (problem is not null) return await RefusedAsync(problem, ct);
        try
        {
            await Db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            Db.ChangeTracker.Clear();
            return await RefusedAsync("另一位老师刚刚改过这份分数，请看一下再答复。", ct);
        }
        return Redirect(Address + "/appeals");
    }

    private async Task<IActionResult> RefusedAsync(string problem, CancellationToken ct)
    {
        await OnGetAsync(ct);
        return this.Refuse(problem);
    }
}
