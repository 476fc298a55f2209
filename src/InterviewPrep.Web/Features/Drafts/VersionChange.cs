using InterviewPrep.Web.Content;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>Says in a line how one version of an answer became the next: 补上回访闭环，删两句，超时 12 秒 → 正好.</summary>
public static class VersionChange
{
    /// <summary>Seconds that an answer usually takes, at the least and at the most. Source: mission facts, answering 2–3 minutes.</summary>
    public const int ShortestSeconds = 120, LongestSeconds = 180;

    /// <summary>Sentences with so many of their characters in common are one sentence changed, not one deleted and one added.</summary>
    private const double Likeness = 0.5;

    /// <summary>Most names of scoring points in a line.</summary>
    private const int MostNames = 3;

    private static readonly string[] Figures = ["零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"];

    public static string Describe(Framework framework, DraftText before, DraftText after)
    {
        var (had, has) = (Points(framework, before), Points(framework, after));
        var changes = framework.Stages.Select(s => CountSentences(SentenceComparison.Compare(before.Of(s.Id), after.Of(s.Id)))).ToList();
        string?[] parts =
        [
            Named("补上", framework, has.Except(had)),
            Named("少了", framework, had.Except(has)),
            Counted("加", changes.Sum(c => c.Added)),
            Counted("删", changes.Sum(c => c.Removed)),
            Counted("改", changes.Sum(c => c.Changed)),
            Timed(before, after),
        ];
        return string.Join('，', parts.OfType<string>()) is { Length: > 0 } said ? said : before.Equals(after) ? "没有改动" : "只动了空行";
    }

    /// <summary>How the speaking time stands to the usual one: 超时 12 秒， 正好， 还差 40 秒.</summary>
    public static string Timing(DraftText text) => SpeechText.Seconds(text.Zi) switch
    {
        > LongestSeconds and var long_ => $"超时 {long_ - LongestSeconds} 秒",
        < ShortestSeconds and var short_ => $"还差 {ShortestSeconds - short_} 秒",
        _ => "正好",
    };

    private static HashSet<string> Points(Framework framework, DraftText text) =>
        [.. framework.Stages.SelectMany(s => Coach.Find(framework, text.Of(s.Id))).Select(m => m.Id)];

    private static string? Named(string verb, Framework framework, IEnumerable<string> points)
    {
        var names = framework.Points.Where(p => points.Contains(p.Id)).Select(p => p.Name).ToList();
        if (names.Count == 0) return null;
        return verb + string.Join('、', names.Take(MostNames)) + (names.Count > MostNames ? $"等 {names.Count} 点" : "");
    }

    private static string? Counted(string verb, int sentences) =>
        sentences == 0 ? null : sentences < Figures.Length ? $"{verb}{Figures[sentences]}句" : $"{verb} {sentences} 句";

    private static string? Timed(DraftText before, DraftText after) =>
        (Timing(before), Timing(after)) is var (then, now) && then != now ? $"{then} → {now}" : null;

    private static (int Added, int Removed, int Changed) CountSentences(IReadOnlyList<SentenceChange> changes)
    {
        var (added, removed, changed) = (0, 0, 0);
        foreach (var block in Blocks(changes))
        {
            var gone = block.Where(c => c.Kind == SentenceChangeKind.Removed).ToList();
            foreach (var sentence in block.Where(c => c.Kind == SentenceChangeKind.Added))
            {
                if (gone.FirstOrDefault(g => Alike(g.Text, sentence.Text)) is not { } old) added++;
                else if (gone.Remove(old)) changed++;
            }
            removed += gone.Count;
        }
        return (added, removed, changed);
    }

    // The stretches between two sentences that stayed.
    private static IEnumerable<List<SentenceChange>> Blocks(IReadOnlyList<SentenceChange> changes)
    {
        var block = new List<SentenceChange>();
        foreach (var change in changes)
        {
            if (change.Kind != SentenceChangeKind.Same) block.Add(change);
            else if (block.Count > 0)
            {
                yield return block;
                block = [];
            }
        }
        if (block.Count > 0) yield return block;
    }

    private static bool Alike(string a, string b)
    {
        var (pairs, others) = (Pairs(a), Pairs(b));
        return 2.0 * pairs.Intersect(others).Count() >= Likeness * (pairs.Count + others.Count);
    }

    private static HashSet<string> Pairs(string sentence) =>
        SpeechText.Spoken(sentence) is var spoken && spoken.Length < 2 ? [spoken] : [.. Enumerable.Range(0, spoken.Length - 1).Select(i => spoken.Substring(i, 2))];
}
