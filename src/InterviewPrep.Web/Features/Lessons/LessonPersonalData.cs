using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Lessons;

/// <summary>Lessons read and exercises written, as a person's own.</summary>
public sealed class LessonPersonalData(AppDb db) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers => [typeof(LessonCompletion), typeof(ExerciseAnswer)];

    public async Task ClaimAsync(Guid visitor, Guid account, CancellationToken ct)
    {
        var read = await db.LessonCompletions.Where(c => c.OwnerId == visitor).ToListAsync(ct);
        var readBefore = read.Count == 0 ? [] : await db.LessonCompletions.Where(c => c.OwnerId == account).ToDictionaryAsync(c => c.Lesson, ct);
        foreach (var completion in read)
        {
            if (!readBefore.TryGetValue(completion.Lesson, out var mine))
            {
                completion.GiveTo(account);
                continue;
            }
            mine.Absorb(completion);
            db.Remove(completion);
        }

        var written = await db.ExerciseAnswers.Where(a => a.OwnerId == visitor).ToListAsync(ct);
        var writtenBefore = written.Count == 0 ? [] : await db.ExerciseAnswers.Where(a => a.OwnerId == account).ToDictionaryAsync(a => a.Lesson, ct);
        foreach (var answer in written)
        {
            if (!writtenBefore.TryGetValue(answer.Lesson, out var mine))
            {
                answer.GiveTo(account);
                continue;
            }
            mine.Absorb(answer);
            db.Remove(answer);
        }
    }
}
