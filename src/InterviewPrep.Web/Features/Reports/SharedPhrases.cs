using InterviewPrep.Web.Features.Drafts;
using InterviewPrep.Web.Features.Marking.Exemplars;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Reports;

/// <summary>A phrase that several learners said, as spoken.</summary>
public sealed record SharedPhrase(string Phrase, int Count);

/// <summary>套话榜: the longest stretches, without punctuation between, that many answers have in common.</summary>
public static class SharedPhrases
{
    /// <summary>Shorter stretches are everybody's language.</summary>
    public const int Shortest = 6;

    public const int FewestAnswers = 3, MostListed = 30;

    private const double FewestShare = 0.1;
    private const int MostCandidates = 400;

    public static IReadOnlyList<SharedPhrase> Find(IReadOnlyList<DraftText> answers, string prompt)
    {
        var asked = SpeechText.Spoken(SpeechText.Fold(prompt));
        var clauses = answers.Select(a => a.Values.SelectMany(Clauses).Distinct().ToList()).ToList();
        var fewest = Math.Max(FewestAnswers, (int)Math.Ceiling(answers.Count * FewestShare));
        var counts = new Dictionary<string, int>();
        foreach (var answer in clauses)
        {
            foreach (var gram in answer.SelectMany(Grams).Distinct()) counts[gram] = counts.GetValueOrDefault(gram) + 1;
        }
        // Where neighbouring grams are all shared, the stretch over them is a candidate; how many say the whole of it is counted anew.
        var candidates = clauses.SelectMany(c => c).SelectMany(c => Runs(c, g => counts[g] >= fewest)).CountBy(c => c)
            .OrderByDescending(c => c.Value).ThenByDescending(c => c.Key.Length).Take(MostCandidates).Select(c => c.Key);
        var shared = candidates.Where(c => !asked.Contains(c, StringComparison.Ordinal) && c.Length <= PhraseVerdict.LongestPhrase)
            .Select(c => new SharedPhrase(c, clauses.Count(a => a.Any(clause => clause.Contains(c, StringComparison.Ordinal))))).Where(p => p.Count >= fewest)
            .OrderByDescending(p => p.Count).ThenByDescending(p => p.Phrase.Length).ThenBy(p => p.Phrase, StringComparer.Ordinal).ToList();
        return [.. shared.Where(p => !shared.Any(q => q.Phrase.Length > p.Phrase.Length && q.Count >= p.Count && q.Phrase.Contains(p.Phrase, StringComparison.Ordinal))).Take(MostListed)];
    }

    private static IEnumerable<string> Clauses(string text) =>
        text.Split(['。', '！', '？', '，', '；', '：', '、', '\n', '.', ',', ';', '!', '?', ':', '“', '”', '（', '）'])
            .Select(c => SpeechText.Spoken(SpeechText.Fold(c))).Where(c => c.Length >= Shortest);

    private static IEnumerable<string> Grams(string clause) => Enumerable.Range(0, clause.Length - Shortest + 1).Select(i => clause.Substring(i, Shortest));

    private static IEnumerable<string> Runs(string clause, Func<string, bool> isShared)
    {
        var start = -1;
        for (var i = 0; i <= clause.Length - Shortest + 1; i++)
        {
            var shared = i <= clause.Length - Shortest && isShared(clause.Substring(i, Shortest));
            if (shared && start < 0) start = i;
            if (shared || start < 0) continue;
            yield return clause[start..(i + Shortest - 1)];
            start = -1;
        }
    }
}
