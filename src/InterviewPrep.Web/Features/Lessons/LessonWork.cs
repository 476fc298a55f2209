using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Text;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Lessons;

/// <summary>Saves what a learner does in a lesson: the answer to the exercise, and that the lesson was read.</summary>
public sealed class LessonWork(AppDb db, CurrentPerson person, TimeProvider time)
{
    /// <param name="basis">Hash of the answer that the form was made from; null where the form does not say.</param>
    /// <returns>The page with the reason why the answer was not kept; null where it was.</returns>
    public async Task<(LessonView View, string Reason, int? Status)?> SaveAnswerAsync(LessonView view, string answer, string? basis, CancellationToken ct)
    {
        if (ExerciseAnswer.ProblemOf(answer) is { } problem) return (view with { Answer = answer, ShowsExample = false }, problem, null);
        var owner = person.EnsureVisitorId();
        var kept = await db.ExerciseAnswers.SingleOrDefaultAsync(a => a.OwnerId == owner && a.Lesson == view.Lesson.Slug, ct);
        if (kept is not null && basis is not null && kept.Text != answer && basis != Sha256.Hex(kept.Text))
            return (view with { Answer = answer, Basis = Sha256.Hex(kept.Text) }, $"您在别处已经存了另一句：「{kept.Text}」。要换成现在这句，请再按一次。", StatusCodes.Status409Conflict);
        kept ??= db.Add(new ExerciseAnswer(owner, view.Lesson.Slug)).Entity;
        kept.Write(answer, time.GetUtcNow());
        await db.SaveUnlessThereAsync(ct);
        return null;
    }

    public async Task MarkReadAsync(string slug, CancellationToken ct)
    {
        db.Add(new LessonCompletion(person.EnsureVisitorId(), slug, time.GetUtcNow()));
        await db.SaveUnlessThereAsync(ct);
    }
}
