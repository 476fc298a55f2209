using InterviewPrep.Web.Data;
using InterviewPrep.Web.Text;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>Keeps the present version of a draft under a name, or makes an older one the present one again.</summary>
public sealed class DraftRevival(AppDb db, DraftStore store, TimeProvider time)
{
    private const string Moved = "别处刚刚又保存了一次，请看一下最新的，再按一次。";

    /// <param name="Problem">Said to the person; null where it was done.</param>
    /// <param name="IsMissing">True where there is no such draft or version of this person.</param>
    public readonly record struct Outcome(string? Problem, bool IsMissing = false)
    {
        public bool IsDone => Problem is null && !IsMissing;
    }

    public static readonly Outcome WrongName = new($"名字写 1 到 {DraftVersion.LongestName} 个字符。");

    private static readonly Outcome Missing = new(null, IsMissing: true);

    public async Task<Outcome> NameAsync(string id, Guid? owner, string? typed, CancellationToken ct)
    {
        var name = typed?.Trim() ?? "";
        if (name.Length == 0 || ForbiddenCharacters.Find(name) is not null) return WrongName;
        // No unique key protects against a double click, so the rows are locked: the second press sees what the first did.
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (DraftKey.TryParse(id, null, out var key)) await db.Drafts.OwnedBy(owner).Where(d => d.Id == key.Id).LockRowsAsync(ct);
        if (await FindAsync(id, owner, ct) is not { } draft) return Missing;
        if (await NamedAsync(draft.Id, ct) >= DraftLimits.MostNamed) return new(DraftLimits.TooManyNamed);
        draft.SaveNamed(name, await db.LatestVersionAsync(draft.Id, ct), time.GetUtcNow());
        var outcome = await SaveAsync(draft, ct);
        if (outcome.IsDone) await transaction.CommitAsync(ct);
        return outcome;
    }

    /// <param name="name">Names the new version by when the restored one was saved.</param>
    public async Task<Outcome> RestoreAsync(string id, Guid? owner, int version, Func<DateTimeOffset, string> name, CancellationToken ct)
    {
        if (await FindAsync(id, owner, ct) is not { } draft || await db.DraftVersions.SingleOrDefaultAsync(v => v.Id == version && v.DraftId == draft.Id, ct) is not { } older) return Missing;
        var called = await NamedAsync(draft.Id, ct) < DraftLimits.MostNamed ? name(older.SavedAt) : "";
        draft.Restore(older, await db.LatestVersionAsync(draft.Id, ct), called, time.GetUtcNow());
        var outcome = await SaveAsync(draft, ct);
        if (outcome.IsDone) await store.ThinAsync(draft.Id, time.GetUtcNow(), ct);
        return outcome;
    }

    private async Task<Draft?> FindAsync(string id, Guid? owner, CancellationToken ct) =>
        DraftKey.TryParse(id, null, out var key) ? await db.Drafts.OwnedBy(owner).SingleOrDefaultAsync(d => d.Id == key.Id, ct) : null;

    private Task<int> NamedAsync(Guid draft, CancellationToken ct) => db.DraftVersions.CountAsync(v => v.DraftId == draft && v.Name != "", ct);

    private async Task<Outcome> SaveAsync(Draft draft, CancellationToken ct)
    {
        if (!await store.HasRoomAsync(draft.OwnerId, ct)) return new(DraftLimits.OverQuota);
        try
        {
            await db.SaveChangesAsync(ct);
            return default;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return new(Moved);
        }
    }
}
