using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Questions;
using InterviewPrep.Web.Text;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>Words of an answer that many answers share, with how many.</summary>
/// <param name="Words">As they stand in the own answer.</param>
/// <param name="Says">Who else says them.</param>
public sealed record StockPhrase(string Words, string Says);

/// <summary>Finds in an answer what others answered to the same question in the same words, and what the learner says to every question.</summary>
public sealed class StockPhrases(AppDb db)
{
    // Shorter clauses are everybody's language. Of others at least so many say it, that it tells nothing of one person.
    private const int ShortestClause = 8, FewestOthers = 3, FewestOwn = 2, MostAnswers = 100, MostListed = 4;
    private const double FewestShare = 0.1;

    /// <summary>The phrases of a draft, the most common first.</summary>
    public async Task<IReadOnlyList<StockPhrase>> OfAsync(Draft draft, QuestionRevision revision, CancellationToken ct)
    {
        var asked = Spoken(revision.Prompt);
        var clauses = draft.Text.Values.SelectMany(Clauses).DistinctBy(c => c.Spoken).Where(c => !asked.Contains(c.Spoken, StringComparison.Ordinal)).ToList();
        if (clauses.Count == 0) return [];
        var finished = db.Drafts.AsNoTracking().Where(d => d.FinishedAt != null && d.DeletedAt == null);
        var (owner, question) = (draft.OwnerId, draft.QuestionId);
        var ofOthers = await db.CachedAsync(("said by others", question, owner), async () =>
            (await finished.Where(d => d.QuestionId == question && d.OwnerId != owner).OrderByDescending(d => d.SavedAt).Take(MostAnswers).Select(d => new { By = d.OwnerId, d.Text }).ToListAsync(ct))
                .GroupBy(o => o.By).Select(g => Spoken(g.First().Text)).ToList());
        var ofOwn = await db.CachedAsync(("said elsewhere", question, owner), async () =>
            (await finished.OwnedBy(owner).Where(d => d.QuestionId != question).OrderByDescending(d => d.SavedAt).Take(MostAnswers).Select(d => new { By = d.QuestionId, d.Text }).ToListAsync(ct))
                .GroupBy(o => o.By).Select(g => Spoken(g.First().Text)).ToList());
        return [.. clauses.Select(c => (c.Words, Others: Count(ofOthers, c.Spoken), Own: Count(ofOwn, c.Spoken)))
            .Select(c => (c.Words, c.Others, c.Own, IsShared: c.Others >= Math.Max(FewestOthers, FewestShare * ofOthers.Count)))
            .Where(c => c.IsShared || c.Own >= FewestOwn).OrderByDescending(c => c.Others + c.Own).Take(MostListed)
            .Select(c => new StockPhrase(c.Words, c.IsShared ? $"这道题别人的 {ofOthers.Count} 份作答里，{c.Others} 份有这一句" : $"您另外 {ofOwn.Count} 道题的作答里，{c.Own} 道也有这一句"))];
    }

    private static int Count(List<string> answers, string clause) => answers.Count(a => a.Contains(clause, StringComparison.Ordinal));

    private static string Spoken(string text) => SpeechText.Spoken(SpeechText.Fold(text));

    private static string Spoken(DraftText text) => string.Join('\n', text.Values.Select(Spoken));

    private static IEnumerable<(string Words, string Spoken)> Clauses(string text) =>
        text.Split(['。', '！', '？', '，', '；', '：', '\n', '.', ',', ';', '!', '?', ':', '“', '”', '（', '）'], StringSplitOptions.TrimEntries)
            .Select(c => (Words: c, Spoken: Spoken(c))).Where(c => c.Spoken.Length >= ShortestClause);
}
