using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Marking;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Feedback;

/// <summary>What has come back and what waits, for learners and for markers: <c>&lt;vc:home-news/&gt;</c>. What is to be done stands in the list of due work alone.</summary>
public sealed class HomeNewsViewComponent(AppDb db, CurrentPerson person) : ViewComponent
{
    public const int MostRows = 5;

    public sealed record News(IReadOnlyList<Unread> Unread, IReadOnlyList<Waiting> Waiting, IReadOnlyList<ToAnswer> ToAnswer, IReadOnlyList<ToMark> ToMark, int ToDos, bool IsMain)
    {
        public bool IsEmpty => Unread.Count + Waiting.Count + ToAnswer.Count + ToMark.Count + ToDos == 0;
    }

    public sealed record Unread(Guid Id, string Assignment, string Question);

    public sealed record Waiting(string Assignment, string Question, int Before);

    /// <summary>For a teacher: 复核 that wait for an answer.</summary>
    public sealed record ToAnswer(Guid ClassId, Guid Id, string Title, string Class, int Appeals);

    /// <summary>For who marks in a class: answers that wait for them.</summary>
    public sealed record ToMark(Guid ClassId, Guid Id, string Title, string Class, int Unmarked);

    /// <param name="isMain">True where this is what the page is for.</param>
    public async Task<IViewComponentResult> InvokeAsync(bool isMain = false)
    {
        if (!person.IsSignedIn) return Content("");
        var (me, ct) = (person.Id, HttpContext.RequestAborted);
        var marks = User.IsInRole(Roles.Teacher) || User.IsInRole(Roles.Assistant);
        var news = await db.CachedAsync(("home news", me, marks), () => ReadAsync(me, marks, ct)) with { IsMain = isMain };
        return news.IsEmpty ? Content("") : View("~/Features/Feedback/_HomeNews.cshtml", news);
    }

    private async Task<News> ReadAsync(Guid? me, bool marks, CancellationToken ct)
    {
        var unread = await db.Marks.AsNoTracking().ReleasedTo(me).Unread(db).OrderByDescending(m => m.FeedbackChangedAt).Take(MostRows)
            .Select(m => new Unread(m.SubmissionId, m.Submission.Assignment.Title, m.Submission.AssignmentQuestion.Question.Title)).ToListAsync(ct);
        var waiting = await db.Waiting(db.Submissions.OwnedBy(me).Where(s => s.IsLatest && !s.IsMarked && s.Assignment.Class.Archive == null).OrderByDescending(s => s.HandedInAt).Take(MostRows))
            .Select(w => new Waiting(w.Submission.Assignment.Title, w.Submission.AssignmentQuestion.Question.Title, w.Before)).ToListAsync(ct);
        var toAnswer = !marks ? [] : await db.Assignments.AsNoTracking().TaughtBy(me).Where(a => db.Appeals.Any(p => p.Mark.Submission.AssignmentId == a.Id && p.AnsweredAt == null)).OrderBy(a => a.DueAt).Take(MostRows)
            .Select(a => new ToAnswer(a.ClassId, a.Id, a.Title, a.Class.Name, db.Appeals.Count(p => p.Mark.Submission.AssignmentId == a.Id && p.AnsweredAt == null))).ToListAsync(ct);
        var toMark = !marks ? [] : await db.Assignments.AsNoTracking().MarkedBy(me).Where(a => a.Class.Archive == null && db.Submissions.Any(s => s.AssignmentId == a.Id && s.IsLatest && !s.IsMarked))
            .OrderBy(a => a.DueAt).Take(MostRows).Select(a => new ToMark(a.ClassId, a.Id, a.Title, a.Class.Name, db.Submissions.Count(s => s.AssignmentId == a.Id && s.IsLatest && !s.IsMarked))).ToListAsync(ct);
        return new News(unread, waiting, toAnswer, toMark, await db.OpenToDos(me).CountAsync(ct), false);
    }
}
