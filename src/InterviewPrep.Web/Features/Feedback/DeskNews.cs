using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Marking;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Feedback;

/// <summary>What a learner's desk says about assignments that were handed in, or not: <c>&lt;vc:desk-news/&gt;</c>.</summary>
public sealed class DeskNewsViewComponent(AppDb db, CurrentPerson person, TimeProvider time) : ViewComponent
{
    public const int MostRows = 5;

    public sealed record News(IReadOnlyList<Unread> Unread, IReadOnlyList<Waiting> Waiting, IReadOnlyList<Nudge> Nudges, IReadOnlyList<ToRedo> Redos, int ToDos)
    {
        public bool IsEmpty => Unread.Count + Waiting.Count + Nudges.Count + Redos.Count + ToDos == 0;
    }

    public sealed record Unread(Guid Id, string Assignment, string Question);

    public sealed record Waiting(string Assignment, string Question, int Before);

    public sealed record Nudge(int Id, Guid AssignmentId, string Title, DateTimeOffset DueAt);

    public sealed record ToRedo(Guid AssignmentId, string Title, string Reason, DateTimeOffset DueAt);

    public async Task<IViewComponentResult> InvokeAsync()
    {
        if (!person.IsSignedIn) return Content("");
        var (me, ct, now) = (person.Id, HttpContext.RequestAborted, time.GetUtcNow());
        var unread = await db.Marks.AsNoTracking().ReleasedTo(me).Unread(db).OrderByDescending(m => m.FeedbackChangedAt).Take(MostRows)
            .Select(m => new Unread(m.SubmissionId, m.Submission.Assignment.Title, m.Submission.AssignmentQuestion.Question.Title)).ToListAsync(ct);
        var waiting = new List<Waiting>();
        foreach (var s in await db.Submissions.AsNoTracking().Include(s => s.Assignment).Include(s => s.AssignmentQuestion.Question).OwnedBy(me)
            .Where(s => s.IsLatest && !s.IsMarked && s.Assignment.Class.Archive == null).OrderByDescending(s => s.HandedInAt).Take(MostRows).ToListAsync(ct))
            waiting.Add(new Waiting(s.Assignment.Title, s.AssignmentQuestion.Question.Title, await db.WaitingBeforeAsync(s, ct)));
        var nudges = await db.Reminders.AsNoTracking().Where(r => r.LearnerId == me && r.DismissedAt == null
                && !db.Attempts.Any(a => a.AssignmentId == r.AssignmentId && a.LearnerId == me && a.HandedInAt != null)
                && db.Assignments.SetFor(me).Any(a => a.Id == r.AssignmentId))
            .OrderByDescending(r => r.At).Take(MostRows).Select(r => new Nudge(r.Id, r.AssignmentId, r.Assignment.Title, r.Assignment.DueAt)).ToListAsync(ct);
        var redos = await db.Attempts.AsNoTracking().OwnedBy(me)
            .Where(a => a.Redo != null && a.Redo.DueAt > now && !db.Attempts.Any(later => later.AssignmentId == a.AssignmentId && later.LearnerId == me && later.Number > a.Number && later.HandedInAt != null))
            .Select(a => new ToRedo(a.AssignmentId, a.Assignment.Title, a.Redo!.Reason, a.Redo.DueAt)).ToListAsync(ct);
        var news = new News(unread, waiting, [.. nudges.DistinctBy(n => n.AssignmentId)], redos, await db.OpenToDos(me).CountAsync(ct));
        return news.IsEmpty ? Content("") : View("~/Features/Feedback/_DeskNews.cshtml", news);
    }
}
