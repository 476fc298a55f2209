using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Drafts;
using InterviewPrep.Web.Features.Questions;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Practice;

/// <summary>Reads what the practice page shows to the person who asks.</summary>
public sealed class PracticeQuery(AppDb db, ContentLibrary content, IWithheldAnswers withheld, CurrentPerson person)
{
    /// <summary>The draft with an id, a new draft, or the unfinished one with a new one as the fallback.</summary>
    /// <param name="draft">Id of an older draft of the person; null for the unfinished one.</param>
    /// <param name="fresh">True for a new draft whatever there is.</param>
    /// <returns>Null where the question or the draft does not exist for this person.</returns>
    public async Task<PracticeView?> OpenAsync(string slug, Guid? draft, bool fresh, CancellationToken ct)
    {
        var last = draft is not null ? await Mine(slug).SingleOrDefaultAsync(d => d.Id == draft, ct)
            : fresh || person.Id is not { } owner ? null : await db.LastDraftAsync(owner, slug, ct);
        if (draft is not null && last is null) return null;
        var kept = draft is not null || last?.FinishedAt is null ? last : null;
        if (await ViewAsync(slug, kept, ct) is not { } view) return null;
        return kept is null ? view with { FinishedBefore = last?.Number } : view;
    }

    /// <summary>The draft that a form names, or a new one where it is not stored yet.</summary>
    public async Task<PracticeView?> FindAsync(string slug, Guid draft, CancellationToken ct) =>
        await ViewAsync(slug, await Mine(slug).SingleOrDefaultAsync(d => d.Id == draft, ct), ct);

    private IQueryable<Draft> Mine(string slug) => db.Drafts.AsNoTracking().OwnedBy(person.Id).Answering(slug);

    private async Task<PracticeView?> ViewAsync(string slug, Draft? kept, CancellationToken ct)
    {
        var revision = kept is null ? await db.CurrentRevisionAsync(slug, person.Id, ct) : await db.RevisionAsync(kept.QuestionRevisionId, ct);
        if (revision is null || (kept is null && content.FindFramework(revision.Framework) is null)) return null;
        return new PracticeView(revision, content.FrameworkOf(revision.Framework), kept is null ? DraftKey.New(slug) : new DraftKey(kept.Id, null),
            kept?.Revision ?? 0, kept?.Text ?? DraftText.Blank, kept?.SavedAt,
            kept is null ? null : await db.RunningAttemptAsync(kept.Id, person.Id, ct), await withheld.AreWithheldAsync(revision.QuestionId, person.Id, ct));
    }
}
