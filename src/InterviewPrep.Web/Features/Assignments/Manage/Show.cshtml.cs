using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Classes;
using InterviewPrep.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Assignments.Manage;

/// <summary>An assignment as teachers and assistants see it: its terms, its questions, how many handed in, and more time for single learners.</summary>
[Authorize]
public sealed class ShowModel(AppDb db, CurrentPerson person, AssignmentTabQuery tabs, AttemptCloser closer, TimeProvider time) : PageModel
{
    public sealed record ExtensionRow(string Name, Extension Extension);

    public Assignment Assignment { get; private set; } = null!;

    public bool Manages { get; private set; }

    public AssignmentTabs Tabs { get; private set; } = null!;

    public AssignmentFigures Figures { get; private set; } = null!;

    public IReadOnlyList<ClassPerson> Learners { get; private set; } = [];

    public IReadOnlyList<ExtensionRow> Extensions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, Guid aid, CancellationToken ct)
    {
        await closer.CloseAsync(aid, ct);
        return await LoadAsync(id, aid, ct) ? Page() : NotFound();
    }

    /// <summary>Gives a learner more time; 0 and 0 takes it back.</summary>
    public async Task<IActionResult> OnPostExtendAsync(Guid id, Guid aid, [FromForm] ExtensionForm form, CancellationToken ct)
    {
        if (!await LoadAsync(id, aid, ct) || !Manages || Learners.All(l => l.UserId != form.Learner)) return NotFound();
        var problem = Assignment.Class.IsArchived ? SchoolClass.ArchivedProblem : form.Validate() ?? (ModelState.IsValid ? null : "推迟和加时要写成数字。");
        if (problem is not null) return this.Refuse(problem);
        var (me, now) = (person.Id!.Value, time.GetUtcNow());
        var assignment = await db.Assignments.Include(a => a.Extensions).SingleAsync(a => a.Id == aid, ct);
        assignment.Extend(form.Learner, form.Hours * 60, form.ExtraMinutes, form.Reason ?? "", me, now);
        await db.RetimeAsync(assignment, form.Learner, ct);
        db.Add(new ClassEvent(id, aid, me, ClassEventKind.Extended, $"{assignment.Title}：推迟 {form.Hours} 小时，加时 {form.ExtraMinutes} 分钟", now));
        await db.SaveChangesAsync(ct);
        return Redirect($"/classes/{id}/assignments/{aid}#extensions");
    }

    /// <summary>Takes back an assignment that nobody has begun.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(Guid id, Guid aid, CancellationToken ct)
    {
        if (!await LoadAsync(id, aid, ct) || !Manages) return NotFound();
        var isGone = await db.Assignments.Where(a => a.Id == aid && !db.Attempts.Any(t => t.AssignmentId == aid)).ExecuteDeleteAsync(ct) > 0;
        return isGone ? Redirect($"/classes/{id}") : this.Refuse("已有学员开始作答，不能撤回；可以改截止时间。");
    }

    private async Task<bool> LoadAsync(Guid id, Guid aid, CancellationToken ct)
    {
        var me = person.Id!.Value;
        var assignment = await db.CachedAsync(("managed assignment", id, aid, me), () => db.Assignments.AsNoTracking().Include(a => a.Class.Archive).Include(a => a.AnonymityLift).Include(a => a.Extensions).AsSplitQuery()
            .MarkedBy(me).SingleOrDefaultAsync(a => a.Id == aid && a.ClassId == id, ct));
        if (assignment is null) return false;
        Assignment = assignment;
        Manages = await db.CachedAsync(("manages", me, id), () => db.Classes.TaughtBy(me).AnyAsync(c => c.Id == id, ct));
        Tabs = await tabs.ReadAsync(assignment, "", Manages, me, ct);
        Figures = await AssignmentFigures.OfAsync(db, assignment, ct);
        Learners = [.. (await db.CachedAsync(("learners", id), () => db.PeopleOf(id, ClassRole.Learner).ToListAsync(ct))).OrderBy(p => p.Number, StringComparer.Ordinal).ThenBy(p => p.Name, StringComparer.Ordinal)];
        Extensions = [.. assignment.Extensions.Where(e => e.IsGiven).Select(e => new ExtensionRow(Learners.FirstOrDefault(l => l.UserId == e.LearnerId)?.Name ?? "已退出的学员", e))];
        return true;
    }
}
