using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace InterviewPrep.Web.Features.Assignments.Manage;

/// <summary>Puts a reminder on the desk of those who have not handed in.</summary>
[Authorize(Policy = Policies.Teacher)]
public sealed class RemindersModel(AppDb db, CurrentPerson person, AssignmentTabQuery tabs, AttemptCloser closer, TimeProvider time) : AssignmentPage(db, person, tabs)
{
    public HandInStatus Status { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(toManage: true, ct)) return NotFound();
        await closer.CloseAsync(AssignmentId, ct);
        Status = await HandInStatus.OfAsync(Db, Assignment, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid[] learners, CancellationToken ct)
    {
        if (await OnGetAsync(ct) is NotFoundResult notFound) return notFound;
        foreach (var absent in Status.Missing)
        {
            if (!Assignment.Class.IsArchived && absent.LearnerId is { } learner && learners.Contains(learner)) Db.Add(new Reminder(AssignmentId, learner, Me, time.GetUtcNow()));
        }
        await Db.SaveChangesAsync(ct);
        return Redirect(Address + "/reminders");
    }
}
