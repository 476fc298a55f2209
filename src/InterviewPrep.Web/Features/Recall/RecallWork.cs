using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Goals;
using InterviewPrep.Web.Site;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Recall;

/// <summary>Keeps the grades of exercises, and takes the last one back.</summary>
public sealed class RecallWork(AppDb db, DailyRecall queue, CurrentPerson person, CurrentGoal goal, SiteTime time)
{
    /// <summary>With each grade, the day on which it brings a point back.</summary>
    public async Task<IReadOnlyDictionary<RecallGrade, DateOnly>> DueAfterAsync(RecallItem item, CancellationToken ct) => item.DueAfter(time.Today, await goal.ExamDateAsync(ct));

    /// <summary>Grades an exercise. A form that was sent before, or an item that another tab has graded meanwhile, is done.</summary>
    /// <param name="key">Key of the form.</param>
    /// <returns>False where the item is not this person's.</returns>
    public async Task<bool> GradeAsync(int item, string words, Guid key, RecallGrade grade, CancellationToken ct)
    {
        if (await queue.FindAsync(item, person.Id, ct) is not { } exercise) return false;
        if (exercise.Item.DueOn > time.Today) return true;
        db.Add(exercise.Item.Answer(key, exercise.Question.Slug, words, grade, time.Today, await goal.ExamDateAsync(ct), time.Now));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (db.IsConflict(e))
        {
            // The same button pressed twice at once: the first press has done it.
        }
        return true;
    }

    /// <summary>Takes today's last grade back, where it is still the one that was shown.</summary>
    /// <returns>False where nothing was graded today.</returns>
    public async Task<bool> UndoAsync(Guid answer, CancellationToken ct)
    {
        var last = await db.AnswersSince(person.Id, queue.StartOfDay()).Include(a => a.Item).FirstOrDefaultAsync(ct);
        if (last is null) return false;
        if (last.Id != answer) return true;
        last.Item.Undo(last);
        db.Remove(last);
        await db.SaveChangesAsync(ct);
        return true;
    }
}
