using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Classes;
using InterviewPrep.Web.Features.Drafts;
using InterviewPrep.Web.Features.Goals;
using InterviewPrep.Web.Features.Questions;
using InterviewPrep.Web.Features.Recall;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features;

/// <summary>Today's desk: what to go on with, what to learn next, what to try, what was done.</summary>
[AllowAnonymous]
public sealed class IndexModel(AppDb db, ContentLibrary content, CurrentPerson person, AttemptCloser closer, CurrentGoal goal, DailyRecall recall, TimeProvider time) : PageModel
{
    private const int RecentRows = 5;

    public sealed record Unfinished(Guid Id, string Slug, string Title, string Prompt, int Zi, DateTimeOffset SavedAt);

    public sealed record Done(Guid Id, string Title, DateTimeOffset SavedAt, int? Earned, int? Total);

    public sealed record Offer(string Slug, string Title, string Type, int Difficulty, string Prompt);

    public Unfinished? Continue { get; private set; }

    public Lesson? NextLesson { get; private set; }

    public Offer? Suggestion { get; private set; }

    public IReadOnlyList<Done> Recent { get; private set; } = [];

    /// <summary>Missed points that wait for today.</summary>
    public int RecallDue { get; private set; }

    public int LessonsRead { get; private set; }

    public int LessonsAll => content.Lessons.Count;

    /// <summary>Assignments that wait for this learner.</summary>
    public IReadOnlyList<DueRow> Due { get; private set; } = [];

    /// <summary>A class code that was brought before there was an account.</summary>
    public string? JoinCode { get; private set; }

    /// <summary>What the person prepares for; null where they have not been asked.</summary>
    public StudyGoal? Goal { get; private set; }

    public bool IsFirstVisit => Goal is null && Due.Count == 0 && JoinCode is null && Continue is null && Recent.Count == 0 && LessonsRead == 0;

    public IReadOnlyList<Stage> Stages => content.Frameworks is [var first, ..] ? first.Stages : [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var owner = person.Id;
        if (person.IsSignedIn)
        {
            await closer.CloseOfAsync(owner!.Value, ct);
            Due = [.. (await db.DueOfAsync(owner.Value, time.GetUtcNow(), null, ct)).Where(d => d.IsOpen)];
            JoinCode = WaitingCode.Of(Request);
        }
        Goal = await goal.ReadAsync(ct);
        RecallDue = await recall.CountAsync(owner, ct);
        var mine = db.Drafts.AsNoTracking().OwnedBy(owner).OrderByDescending(d => d.SavedAt);
        var read = await db.LessonCompletions.Where(c => c.OwnerId == owner).Select(c => c.Lesson).ToListAsync(ct);
        LessonsRead = content.Lessons.Count(l => read.Contains(l.Slug));
        NextLesson = content.Lessons.FirstOrDefault(l => !read.Contains(l.Slug));
        Recent = await mine.Where(d => d.FinishedAt != null).Take(RecentRows)
            .Select(d => new Done(d.Id, d.Question.Title, d.SavedAt, d.SelfScore!.Earned, d.SelfScore!.Total)).ToListAsync(ct);
        Continue = await mine.Where(d => d.FinishedAt == null)
            .Select(d => new { d.Id, d.Question.Slug, d.Question.Title, d.QuestionRevision.Prompt, d.Text, d.SavedAt }).FirstOrDefaultAsync(ct) is { } draft
            ? new Unfinished(draft.Id, draft.Slug, draft.Title, draft.Prompt, draft.Text.Zi, draft.SavedAt) : null;
        Suggestion = await db.Current(owner).AsNoTracking().Where(q => !db.Drafts.Any(d => d.QuestionId == q.Id && d.OwnerId == owner))
            .OrderBy(q => q.Difficulty).ThenBy(q => q.Id)
            .Select(q => new Offer(q.Slug, q.Title, q.Type, q.Difficulty, q.Revisions.OrderByDescending(r => r.Number).First().Prompt))
            .FirstOrDefaultAsync(ct);
    }
}
