using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Shared;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Goals;

/// <summary>The three questions of the first day, which can be answered anew on any other.</summary>
[AllowAnonymous]
public sealed class IndexModel(AppDb db, CurrentPerson person, SiteTime time) : PageModel
{
    public GoalForm Input { get; private set; } = GoalForm.Of(null);

    public async Task OnGetAsync(CancellationToken ct) => Input = GoalForm.Of(await FindAsync(ct));

    public async Task<IActionResult> OnPostAsync(string? examDate, string? minutes, string? exam, CancellationToken ct)
    {
        var goal = await FindAsync(ct);
        Input = new GoalForm(examDate ?? "", minutes ?? "", exam ?? "") { Hash = GoalForm.Of(goal).Hash };
        if (this.IsOutdated(Input.Hash)) return this.Refuse(FormHash.ConflictMessage("考试日期或时间刚在别处改过", "保存"));
        goal ??= db.Add(new StudyGoal(person.EnsureVisitorId())).Entity;
        if (Input.Keep(goal, time.Today, time.Now) is { } problem) return this.Refuse(problem);
        await db.SaveUnlessThereAsync(ct);
        return Redirect("/");
    }

    private Task<StudyGoal?> FindAsync(CancellationToken ct) => db.StudyGoals.SingleOrDefaultAsync(g => g.OwnerId == person.Id, ct);
}
