using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Questions;
using InterviewPrep.Web.Site;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Recall;

/// <summary>Today's exercises of a person, the one most nearly forgotten first.</summary>
public sealed class DailyRecall(AppDb db, ContentLibrary content, IWithheldAnswers withheld, SiteTime time)
{
    /// <summary>So many exercises a day are offered; more only when asked for.</summary>
    public const int DailyCap = 20;

    private (Guid? Owner, IReadOnlySet<string> Slugs)? known;

    /// <summary>What is left today.</summary>
    /// <param name="Next">Null where nothing is left.</param>
    /// <param name="Left">Exercises left, the next one included.</param>
    /// <param name="Done">Today's answers, the last one first.</param>
    /// <param name="Held">Due exercises beyond the day's cap.</param>
    public sealed record Today(RecallExercise? Next, int Left, IReadOnlyList<RecallAnswer> Done, int Held);

    /// <param name="beyondCap">True where the person asked for more than the day's cap.</param>
    public async Task<Today> ReadAsync(Guid? owner, bool beyondCap, CancellationToken ct)
    {
        var today = time.Today;
        var done = await db.CachedAsync(("recalled", owner, today), () => db.AnswersSince(owner, StartOfDay()).AsNoTracking().Include(a => a.Item).ToListAsync(ct));
        var items = await db.CachedAsync(("to recall", owner, today), () => db.RecallItems.AsNoTracking().OwnedBy(owner).DueOn(today).ToListAsync(ct));
        var slugs = items.Count > 0 ? await WithheldAsync(owner, ct) : new HashSet<string>();
        var due = items.Where(i => RecallExercise.Exists(content, i, slugs)).OrderBy(i => i.RetrievabilityOn(time.Today)).ThenBy(i => i.Id).ToList();
        var left = beyondCap ? due.Count : Math.Min(due.Count, Math.Max(0, DailyCap - done.Count));
        return new Today(left > 0 ? RecallExercise.Choose(content, due[0], slugs) : null, left, done, due.Count - left);
    }

    /// <summary>The exercise of one item as <see cref="ReadAsync"/> would show it; the item is tracked. Null where it is not this person's.</summary>
    public async Task<RecallExercise?> FindAsync(int item, Guid? owner, CancellationToken ct) =>
        await db.RecallItems.OwnedBy(owner).SingleOrDefaultAsync(i => i.Id == item, ct) is { } found
            ? RecallExercise.Choose(content, found, await WithheldAsync(owner, ct)) : null;

    /// <summary>The instant at which the site's day began.</summary>
    public DateTimeOffset StartOfDay()
    {
        var midnight = time.Today.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, time.Zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    /// <summary>Slugs of the questions that an assignment keeps for itself now; asked once in a request.</summary>
    public async Task<IReadOnlySet<string>> WithheldAsync(Guid? owner, CancellationToken ct)
    {
        if (known?.Owner == owner && known is { } before) return before.Slugs;
        var ids = await withheld.AllWithheldAsync(owner, ct);
        var slugs = ids.Count == 0 ? [] : await db.CachedAsync(("slugs", string.Join(',', ids.Order())), () => db.Questions.Where(q => ids.Contains(q.Id)).Select(q => q.Slug).ToHashSetAsync(ct));
        known = (owner, slugs);
        return slugs;
    }
}
