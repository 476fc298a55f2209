using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Classes;
using InterviewPrep.Web.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Assignments.Manage;

/// <summary>An assignment as teachers and assistants see it: its terms, its questions, how many handed in, and more time for single learners.</summary>
[Authorize]
public sealed class ShowModel(AppDb db, CurrentPerson person, AssignmentTabQuery tabs, AttemptCloser closer, TimeProvider time) : PageModel
{
    public sealed record QuestionRow(int Order, string Slug, string Title, string Prompt);

    public sealed record ExtensionRow(Guid LearnerId, string Name, Extension Extension);

    public Assignment Assignment { get; private set; } = null!;

    public bool Manages { get; private set; }

    public AssignmentTabs Tabs { get; private set; } = null!;

    public IReadOnlyList<QuestionRow> Questions { get; private set; } = [];

    public IReadOnlyList<ExtensionRow> Extensions { get; private set; } = [];

    public IReadOnlyList<ClassPerson> Learners { get; private set; } = [];

    public int HandedIn { get; private set; }

    public int Begun { get; private set; }

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid aid, CancellationToken ct)
    {
        await closer.CloseAsync(aid, ct);
        return await LoadAsync(id, aid, ct) ? Page() : NotFound();
    }

    /// <summary>Gives a learner more time; nought of both takes it back.</summary>
    public async Task<IActionResult> OnPostExtendAsync(Guid id, Guid aid, Guid learner, int hours, int extraMinutes, string? reason, CancellationToken ct)
    {
        if (!await LoadAsync(id, aid, ct) || !Manages || Learners.All(l => l.UserId != learner)) return NotFound();
        Problem = !ModelState.IsValid || hours is < 0 or > Extension.MostLaterMinutes / 60 || extraMinutes is < 0 or > Extension.MostExtraMinutes
            ? $"推迟是 0 到 {Extension.MostLaterMinutes / 60} 小时，加时是 0 到 {Extension.MostExtraMinutes} 分钟。"
            : reason?.Length > Extension.LongestReason ? $"原因最多 {Extension.LongestReason} 个字符。"
            : ForbiddenCharacters.Find(reason ?? "") is { } c ? $"原因里有无法保存的字符（{c}），请删掉它。" : null;
        if (Problem is not null) return Page();
        var now = time.GetUtcNow();
        var assignment = await db.Assignments.Include(a => a.Extensions).SingleAsync(a => a.Id == aid, ct);
        assignment.Extend(learner, hours * 60, extraMinutes, reason ?? "", person.Id!.Value, now);
        await db.RetimeAsync(assignment, learner, ct);
        db.Add(new ClassEvent(id, aid, person.Id!.Value, ClassEventKind.Extended, $"{assignment.Title}：推迟 {hours} 小时，加时 {extraMinutes} 分钟", now));
        await db.SaveChangesAsync(ct);
        return Redirect($"/classes/{id}/assignments/{aid}#extensions");
    }

    /// <summary>Takes back an assignment that nobody has begun.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(Guid id, Guid aid, CancellationToken ct)
    {
        if (!await LoadAsync(id, aid, ct) || !Manages) return NotFound();
        if (Begun > 0)
        {
            Problem = "已有学员开始作答，不能撤回；可以改截止时间。";
            return Page();
        }
        await db.Assignments.Where(a => a.Id == aid && !db.Attempts.Any(t => t.AssignmentId == aid)).ExecuteDeleteAsync(ct);
        return Redirect($"/classes/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, Guid aid, CancellationToken ct)
    {
        var me = person.Id!.Value;
        var assignment = await db.Assignments.AsNoTracking().Include(a => a.Class.Archive).Include(a => a.Release).Include(a => a.AnonymityLift).Include(a => a.Extensions).AsSplitQuery()
            .MarkedBy(me).SingleOrDefaultAsync(a => a.Id == aid && a.ClassId == id, ct);
        if (assignment is null) return false;
        Assignment = assignment;
        Manages = await db.Classes.TaughtBy(me).AnyAsync(c => c.Id == id, ct);
        Tabs = await tabs.ReadAsync(assignment, "", Manages, me, ct);
        Questions = await db.AssignmentQuestions.Where(q => q.AssignmentId == aid).OrderBy(q => q.Order).Select(q => new QuestionRow(q.Order, q.Question.Slug, q.Question.Title, q.QuestionRevision.Prompt)).ToListAsync(ct);
        Learners = [.. (await db.PeopleOf(id, ClassRole.Learner).ToListAsync(ct)).OrderBy(p => p.Number, StringComparer.Ordinal).ThenBy(p => p.Name, StringComparer.Ordinal)];
        Extensions = [.. assignment.Extensions.Where(e => e.LaterMinutes + e.ExtraMinutes > 0).Select(e => new ExtensionRow(e.LearnerId, Learners.FirstOrDefault(l => l.UserId == e.LearnerId)?.Name ?? "已退出的学员", e))];
        HandedIn = await db.Attempts.Where(a => a.AssignmentId == aid && a.HandedInAt != null).Select(a => a.LearnerId).Distinct().CountAsync(ct);
        Begun = await db.Attempts.Where(a => a.AssignmentId == aid).Select(a => a.LearnerId).Distinct().CountAsync(ct);
        return true;
    }
}
