using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Questions;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>What became of a save.</summary>
public enum SaveOutcome
{
    /// <summary>On disk.</summary>
    Saved,

    /// <summary>Somebody saved something else on the same base; the stored draft is given, nothing was changed.</summary>
    Conflict,

    /// <summary>There is no such draft of this person, or no such question.</summary>
    NotFound,
}

/// <summary>Saves a draft on the revision that the writer saw; the one way in which text reaches the store.</summary>
public sealed class DraftSaving(AppDb db, TimeUp timeUp, TimeProvider time)
{
    public sealed record Result(SaveOutcome Outcome, Draft? Draft);

    /// <summary>Saves the given stages and leaves stages that are not given as they are.</summary>
    /// <param name="owner">Who writes.</param>
    /// <param name="baseRevision">Revision that the writer's text builds on; 0 for a new draft.</param>
    public async Task<Result> SaveAsync(DraftKey key, Guid owner, int baseRevision, IReadOnlyDictionary<string, string> stages, CancellationToken ct)
    {
        try
        {
            return await TrySaveAsync(key, owner, baseRevision, stages, ct);
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || db.IsUniqueViolation(e))
        {
            // Another save came between reading and writing: look at what it left, and answer from there.
            db.ChangeTracker.Clear();
            return await TrySaveAsync(key, owner, baseRevision, stages, ct);
        }
    }

    private async Task<Result> TrySaveAsync(DraftKey key, Guid owner, int baseRevision, IReadOnlyDictionary<string, string> stages, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        // What counts in a timed attempt is what stood there when the time was up; what is typed later is kept all the same.
        await timeUp.CloseForDraftAsync(key.Id, ct);
        var draft = await db.Drafts.Include(d => d.QuestionRevision).OwnedBy(owner).SingleOrDefaultAsync(d => d.Id == key.Id, ct);
        if (draft is null)
        {
            if (baseRevision != 0 || key.Slug is null || await CreateAsync(key, owner, now, ct) is not { } created) return new(SaveOutcome.NotFound, null);
            draft = created;
        }
        var text = new DraftText(draft.Text.Concat(stages).GroupBy(s => s.Key).ToDictionary(g => g.Key, g => g.Last().Value));
        if (draft.Revision != baseRevision && !text.Equals(draft.Text)) return new(SaveOutcome.Conflict, draft);
        var latest = await db.DraftVersions.Where(v => v.DraftId == draft.Id).OrderByDescending(v => v.Id).FirstOrDefaultAsync(ct);
        if (draft.Revise(text, latest, now)) await db.SaveChangesAsync(ct);
        return new(SaveOutcome.Saved, draft);
    }

    private async Task<Draft?> CreateAsync(DraftKey key, Guid owner, DateTimeOffset now, CancellationToken ct)
    {
        // Somebody else's id is as unknown as no id at all.
        if (await db.Drafts.AnyAsync(d => d.Id == key.Id, ct)) return null;
        if (await db.CurrentRevisionAsync(key.Slug!, owner, ct) is not { } question) return null;
        var attempt = await db.Drafts.OwnedBy(owner).Where(d => d.QuestionId == question.QuestionId).MaxAsync(d => (int?)d.Attempt, ct) ?? 0;
        return db.Add(new Draft(key.Id, owner, question, attempt + 1, now)).Entity;
    }
}
