using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Questions;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>What became of a save.</summary>
public enum SaveOutcome
{
    /// <summary>On disk.</summary>
    Saved,

    /// <summary>Somebody saved something else on the same base. The stored draft is given and unchanged; the new text is on disk beside it.</summary>
    Conflict,

    /// <summary>There is no such draft of this person, or no such question.</summary>
    NotFound,

    /// <summary>The store has no room left; nothing was changed.</summary>
    StorageFull,

    /// <summary>The store cannot be written at the moment; nothing was changed.</summary>
    StorageUnavailable,
}

/// <summary>One save as it came from a page.</summary>
/// <param name="BaseRevision">Revision that the writer's text builds on; 0 for a new draft.</param>
/// <param name="Stages">Stages that are not given stay as they are.</param>
/// <param name="Begin">True where the learner started over, so that the text so far stays as a version.</param>
/// <param name="QuestionNumber">The revision of the question that stood on the page, for a draft that is new; null for the newest.</param>
public sealed record DraftSave(int BaseRevision, IReadOnlyDictionary<string, string> Stages, bool Begin = false, int? QuestionNumber = null);

/// <summary>Saves a draft on the revision that the writer saw; the one way in which text reaches the store.</summary>
public sealed class DraftSaving(AppDb db, IEnumerable<IBeforeDraftSave> hooks, TimeProvider time)
{
    /// <summary>So often a save looks again at what another save left before it gives up.</summary>
    private const int Tries = 5;

    public sealed record Result(SaveOutcome Outcome, Draft? Draft = null);

    /// <param name="owner">Who writes.</param>
    public async Task<Result> SaveAsync(DraftKey key, Guid owner, DraftSave save, CancellationToken ct)
    {
        for (var left = Tries; ; left--)
        {
            try
            {
                return await TrySaveAsync(key, owner, save, ct);
            }
            catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || db.IsUniqueViolation(e))
            {
                // Another save came between reading and writing: look at what it left, and answer from there.
                db.ChangeTracker.Clear();
                if (left == 1) return new(SaveOutcome.StorageUnavailable);
            }
            catch (Exception e) when (e is not OperationCanceledException && db.FailureOf(e) is { } trouble)
            {
                db.ChangeTracker.Clear();
                return new(trouble == StorageFailure.Full ? SaveOutcome.StorageFull : SaveOutcome.StorageUnavailable);
            }
        }
    }

    private async Task<Result> TrySaveAsync(DraftKey key, Guid owner, DraftSave save, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        // What counts in a timed attempt is what stood there when the time was up; what is typed later is kept all the same.
        foreach (var hook in hooks) await hook.BeforeSaveAsync(key.Id, ct);
        // A deleted draft too: whoever goes on writing in it has it back.
        var draft = await db.Drafts.Include(d => d.QuestionRevision).SingleOrDefaultAsync(d => d.OwnerId == owner && d.Id == key.Id, ct);
        if (draft is null)
        {
            if (save.BaseRevision != 0 || key.Slug is null || await CreateAsync(key, owner, save.QuestionNumber, now, ct) is not { } created) return new(SaveOutcome.NotFound);
            draft = created;
        }
        var text = new DraftText(draft.Text.Concat(save.Stages).GroupBy(s => s.Key).ToDictionary(g => g.Key, g => g.Last().Value));
        var latest = await db.LatestVersionAsync(draft.Id, ct);
        if (draft.Revision != save.BaseRevision && !text.Equals(draft.Text))
        {
            var asides = await db.DraftVersions.Where(v => v.DraftId == draft.Id && v.IsAside).ToListAsync(ct);
            draft.SetAside(text, save.BaseRevision, latest, asides, now);
            await db.SaveChangesAsync(ct);
            return new(SaveOutcome.Conflict, draft);
        }
        if (draft.Revise(text, latest, now, save.Begin)) await db.SaveChangesAsync(ct);
        return new(SaveOutcome.Saved, draft);
    }

    private async Task<Draft?> CreateAsync(DraftKey key, Guid owner, int? questionNumber, DateTimeOffset now, CancellationToken ct)
    {
        // Somebody else's id is as unknown as no id at all. One's own may have been made a moment ago: that is found at the next try.
        if (await db.Drafts.AnyAsync(d => d.Id == key.Id && d.OwnerId != owner, ct)) return null;
        // A question that was retired, or revised, while somebody wrote without a network can still be answered as it stood on the page.
        var visible = db.Visible(owner);
        var question = await db.QuestionRevisions.Include(r => r.Question).Where(r => visible.Any(q => q.Id == r.QuestionId && q.Slug == key.Slug))
            .OrderByDescending(r => r.Number == questionNumber).ThenByDescending(r => r.Number).FirstOrDefaultAsync(ct);
        if (question is null) return null;
        var attempt = await db.Drafts.Where(d => d.OwnerId == owner && d.QuestionId == question.QuestionId).MaxAsync(d => (int?)d.Number, ct) ?? 0;
        return db.Add(new Draft(key.Id, owner, question, attempt + 1, now)).Entity;
    }
}
