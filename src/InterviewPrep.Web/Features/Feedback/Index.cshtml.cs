using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Marking;
using InterviewPrep.Web.Features.Shared.Charts;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Feedback;

/// <summary>What one handed in: what has come back, and what still waits.</summary>
[Authorize]
public sealed class IndexModel(AppDb db, CurrentPerson person, SiteTime siteTime, TimeProvider time) : PageModel
{
    private const int MostRows = 200, FewestForChart = 2;

    /// <param name="Mark">Null while it is not released.</param>
    /// <param name="Before">How many wait before it; null where it waits for the release only, or was handed in again.</param>
    public sealed record Row(Guid Id, string Assignment, string Question, int Attempt, DateTimeOffset HandedInAt, bool IsLatest, Came? Mark, int? Before);

    public sealed record Came(double Total, double Most, int Comments, int ToDos, bool IsUnread);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public LineChart? Progress { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var me = person.Id;
        var unread = await db.Marks.ReleasedTo(me).Unread(db).Select(m => m.SubmissionId).ToListAsync(ct);
        var marks = await db.Marks.AsNoTracking().ReleasedTo(me)
            .Select(m => new
            {
                m.SubmissionId,
                Total = m.Total!.Value,
                m.Rubric,
                Comments = m.Comments.Count(c => c.RemovedAt == null),
                ToDos = m.Comments.Count(c => c.RemovedAt == null && c.Response!.Kind == ResponseKind.WillChange && c.Response.ChangedAt == null),
            })
            .ToDictionaryAsync(m => m.SubmissionId, m => new Came(m.Total, m.Rubric.Most, m.Comments, m.ToDos, unread.Contains(m.SubmissionId)), ct);
        var submissions = await db.Waiting(db.Submissions.OwnedBy(me).OrderByDescending(s => s.HandedInAt).Take(MostRows))
            .Select(w => new { w.Submission.Id, w.Submission.Assignment.Title, Question = w.Submission.AssignmentQuestion.Question.Title, w.Submission.AttemptNumber, w.Submission.HandedInAt, w.Submission.IsLatest, w.Submission.IsMarked, w.Before })
            .OrderByDescending(s => s.HandedInAt).ToListAsync(ct);
        Rows = [.. submissions.Select(s => new Row(s.Id, s.Title, s.Question, s.AttemptNumber, s.HandedInAt, s.IsLatest, marks.GetValueOrDefault(s.Id), s is { IsLatest: true, IsMarked: false } && !marks.ContainsKey(s.Id) ? s.Before : null))];
        var line = Rows.Where(r => r is { IsLatest: true, Mark: not null }).Reverse()
            .Select(r => new LinePoint(r.Assignment, WallClock.Day(r.HandedInAt, siteTime.Zone), 100 * r.Mark!.Total / r.Mark.Most)).ToList();
        if (line.Count >= FewestForChart) Progress = new LineChart("得分率", line);
    }

    /// <summary>A reminder leaves the desk.</summary>
    public async Task<IActionResult> OnPostDismissAsync(int id, CancellationToken ct)
    {
        if (await db.Reminders.SingleOrDefaultAsync(r => r.Id == id && r.LearnerId == person.Id, ct) is not { } reminder) return NotFound();
        // Of several for the same assignment none comes up again.
        foreach (var same in await db.Reminders.Where(r => r.AssignmentId == reminder.AssignmentId && r.LearnerId == person.Id && r.DismissedAt == null).ToListAsync(ct)) same.Dismiss(time.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Redirect("/");
    }
}
