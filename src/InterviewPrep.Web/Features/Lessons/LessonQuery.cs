using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Questions;
using InterviewPrep.Web.Text;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Lessons;

/// <summary>Reads what the page of a lesson shows to the person who asks.</summary>
public sealed class LessonQuery(AppDb db, ContentLibrary content, CurrentPerson person, IQuestionProgress progress)
{
    /// <returns>Null where there is no such lesson.</returns>
    public async Task<LessonView?> FindAsync(string slug, CancellationToken ct)
    {
        if (content.FindLesson(slug) is not { } lesson) return null;
        var framework = lesson.Framework is { } f ? content.FindFramework(f) : null;
        var points = lesson.Points.Select(p => framework?.FindPoint(p)).OfType<ScoringPoint>().Select(p => (p, framework!.FindStage(p.Stage)!.Number));
        var read = await db.ReadLessonsAsync(person.Id, ct);
        var kept = await db.ExerciseAnswers.AsNoTracking().SingleOrDefaultAsync(a => a.OwnerId == person.Id && a.Lesson == slug, ct);
        return new LessonView(lesson, content.Tracks.First(t => t.Slug == lesson.Track), lesson.Stage is { } s ? framework?.FindStage(s) : null,
            [.. points], [.. lesson.Questions.Select(content.FindQuestion).OfType<QuestionContent>()], read)
        {
            Answer = kept?.Text ?? "",
            Basis = Sha256.Hex(kept?.Text ?? ""),
            Earlier = kept?.Earlier ?? [],
            ShowsExample = kept is not null,
        };
    }

    /// <summary>Where a lesson leads: to the easiest of its questions that the person has not compared yet, else to the next lesson.</summary>
    public async Task<string> WayOnAsync(LessonView view, CancellationToken ct)
    {
        var finished = progress.FinishedBy(person.Id);
        var done = await db.Questions.Where(q => view.Lesson.Questions.Contains(q.Slug) && finished.Contains(q.Id)).Select(q => q.Slug).ToHashSetAsync(ct);
        var question = view.Questions.Where(q => !done.Contains(q.Slug)).MinBy(q => q.Difficulty);
        return question is not null ? $"/practice/{question.Slug}" : view.Next is { } next ? $"/lessons/{next.Slug}" : "/lessons";
    }
}
