using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>Drafts with their versions and self-scores, as a person's own.</summary>
public sealed class DraftPersonalData(AppDb db) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers => [typeof(Draft)];

    /// <summary>A visitor's attempts come after those that the account has at the same question.</summary>
    public async Task ClaimAsync(Guid visitor, Guid account, CancellationToken ct)
    {
        var drafts = await db.Drafts.OwnedBy(visitor).OrderBy(d => d.QuestionId).ThenBy(d => d.Attempt).ToListAsync(ct);
        if (drafts.Count == 0) return;
        var last = await db.Drafts.OwnedBy(account).GroupBy(d => d.QuestionId)
            .Select(g => new { g.Key, Attempt = g.Max(d => d.Attempt) }).ToDictionaryAsync(g => g.Key, g => g.Attempt, ct);
        foreach (var draft in drafts)
        {
            last[draft.QuestionId] = last.GetValueOrDefault(draft.QuestionId) + 1;
            draft.GiveTo(account, last[draft.QuestionId]);
        }
    }
}
