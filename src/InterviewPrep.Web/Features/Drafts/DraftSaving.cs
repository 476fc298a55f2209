using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Questions;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>Saves a draft on the revision that the writer saw; the one way in which text reaches the store.</summary>
public sealed class DraftSaving(AppDb db, ContentLibrary content, DraftStore store, IEnumerable<IBeforeDraftSave> hooks, TimeProvider time)
{
    /// <summary>So often a save looks again at what another save left before it gives up.</summary>
    private const int Tries = 5;

    /// <param name="owner">Who writes.</param>
    public async Task<SaveResult> SaveAsync(DraftKey key, Guid owner, DraftSave save, CancellationToken ct)
    {
        try
        {
            return await db.RetryOnConflictAsync(Tries, () => TrySaveAsync(key, owner, save, ct));
        }
        catch (DbUpdateException e) when (db.IsConflict(e))
        {
            db.ChangeTracker.Clear();
            return new(SaveOutcome.StorageUnavailable);
        }
        catch (Exception e) when (e is not OperationCanceledException && db.FailureOf(e) is { } trouble)
        {
            db.ChangeTracker.Clear();
            return new(trouble == StorageFailure.Full ? SaveOutcome.StorageFull : SaveOutcome.StorageUnavailable);
        }
    }

    private async Task<SaveResult> TrySaveAsync(DraftKey key, Guid owner, DraftSave save, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        // What counts in a timed attempt is what stood there when the time was up; what is typed later is kept all the same.
        foreach (var hook in hooks) await hook.BeforeSaveAsync(key.Id, ct);
        // A deleted draft too: whoever goes on writing in it has it back.
        var draft = await SaveQueries.DraftAsync(db, owner, key.Id, ct);
        if (draft is null)
        {
            if (save.BaseRevision != 0 || key.Slug is null || await CreateAsync(key, owner, save.QuestionNumber, now, ct) is not { } created) return new(SaveOutcome.NotFound);
            draft = created;
        }
        if (UnknownStage(draft, save) is { } unknown) return new(SaveOutcome.UnknownStage) { Stage = unknown };
        var text = new DraftText(draft.Text.Concat(save.Stages).GroupBy(s => s.Key).ToDictionary(g => g.Key, g => g.Last().Value));
        var latest = await db.LatestVersionAsync(draft.Id, ct);
        if (draft.Revision != save.BaseRevision && !text.Equals(draft.Text)) return await SetAsideAsync(draft, text, save.BaseRevision, latest, now, ct);
        if (!draft.Revise(text, latest, now, save.Begin)) return new(SaveOutcome.Saved, draft);
        if (!await store.HasRoomAsync(owner, ct)) return new(SaveOutcome.OverQuota);
        var grew = draft.Versions.Any(v => v.Id == 0);
        await db.SaveChangesAsync(ct);
        if (grew) await store.ThinAsync(draft.Id, now, ct);
        return new(SaveOutcome.Saved, draft);
    }

    private async Task<SaveResult> SetAsideAsync(Draft draft, DraftText text, int baseRevision, DraftVersion? latest, DateTimeOffset now, CancellationToken ct)
    {
        var asides = await db.DraftVersions.Where(v => v.DraftId == draft.Id && v.IsAside).ToListAsync(ct);
        var kept = draft.SetAside(text, baseRevision, latest, asides, now) && await store.HasRoomAsync(draft.OwnerId, ct);
        if (kept) await db.SaveChangesAsync(ct);
        return new(SaveOutcome.Conflict, draft) { IsAsideKept = kept };
    }

    // A page that was opened before its frame lost a stage still sends it: what the draft has of it can be changed, and nothing is nothing.
    private string? UnknownStage(Draft draft, DraftSave save)
    {
        var framework = content.FrameworkOf(draft.QuestionRevision.Framework);
        return save.Stages.Where(s => s.Value.Length > 0).Select(s => s.Key).FirstOrDefault(id => framework.FindStage(id) is null && !draft.Text.ContainsKey(id));
    }

    private async Task<Draft?> CreateAsync(DraftKey key, Guid owner, int? questionNumber, DateTimeOffset now, CancellationToken ct)
    {
        // Somebody else's id is as unknown as no id at all. One's own may have been made a moment ago: that is found at the next try.
        if (await db.Drafts.AnyAsync(d => d.Id == key.Id && d.OwnerId != owner, ct)) return null;
        // A question that was retired, or revised, while somebody wrote without a network can still be answered as it stood on the page.
        var visible = db.Visible(owner);
        var question = await db.QuestionRevisions.Include(r => r.Question).Where(r => visible.Any(q => q.Id == r.QuestionId && q.Slug == key.Slug))
            .OrderByDescending(r => r.Number == questionNumber).ThenByDescending(r => r.Number).FirstOrDefaultAsync(ct);
        return question is null ? null : db.Add(new Draft(key.Id, owner, question, await db.NextNumberAsync(owner, question.QuestionId, ct), now)).Entity;
    }
}
