using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Goals;

/// <summary>The goal of who is asking, read once in a request.</summary>
public sealed class CurrentGoal(AppDb db, CurrentPerson person)
{
    private (Guid Owner, StudyGoal? Goal)? known;

    /// <summary>Null where the person has not been asked, or is unknown.</summary>
    public async Task<StudyGoal?> ReadAsync(CancellationToken ct)
    {
        if (person.Id is not { } owner) return null;
        if (known?.Owner != owner) known = (owner, await db.CachedAsync(("goal", owner), () => db.StudyGoals.AsNoTracking().SingleOrDefaultAsync(g => g.OwnerId == owner, ct)));
        return known?.Goal;
    }

    /// <summary>The day of the exam, where the person has said it.</summary>
    public async Task<DateOnly?> ExamDateAsync(CancellationToken ct) => (await ReadAsync(ct))?.ExamDate;
}
