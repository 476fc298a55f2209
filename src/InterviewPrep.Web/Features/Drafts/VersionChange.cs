using InterviewPrep.Web.Content;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>Says in a line how one version of an answer became the next: 新认出回访闭环，删两句，比建议的 3 分钟多 12 秒 → 用时正好.</summary>
public static class VersionChange
{
    /// <summary>Seconds that an answer usually takes, at the least and at the most. Source: mission facts, answering 2–3 minutes.</summary>
    public const int ShortestSeconds = 120, LongestSeconds = 180;

    /// <summary>Sentences with so many of their characters in common are one sentence changed, not one deleted and one added.</summary>
    private const double Likeness = 0.5;

    /// <summary>Pairs of sentences between two that stayed that are looked at for likeness; beyond them all count as deleted and added.</summary>
    private const int MostPairs = 2_500;

    /// <summary>Most names of scoring points in a line.</summary>
    private const int MostNames = 3;

    private static readonly string[] Figures = ["零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"];

    public static string Describe(Framework framework, DraftText before, DraftText after)
    {
        var (had, has) = IsCoached(before) && IsCoached(after) ? (Points(framework, before), Points(framework, after)) : ([], []);
        var changes = framework.StagesOf(before, after).Select(s => CountSentences(SentenceComparison.Compare(before.Of(s.Id), after.Of(s.Id)))).ToList();
        string?[] parts =
        [
            Named("新认出", framework, has.Except(had)),
            Named("没再认出", framework, had.Except(has)),
            Counted("加", changes.Sum(c => c.Added)),
            Counted("删", changes.Sum(c => c.Removed)),
            Counted("改", changes.Sum(c => c.Changed)),
            Timed(before.Zi, after.Zi),
        ];
        return string.Join('，', parts.OfType<string>()) is { Length: > 0 } said ? said : before.Equals(after) ? "没有改动" : "只动了空行";
    }

    /// <summary>How the speaking time stands to the usual one: 比建议的 3 分钟多 12 秒， 用时正好， 比建议的 2 分钟少 40 秒.</summary>
    public static string Timing(int zi) => SpeechText.Seconds(zi) switch
    {
        > LongestSeconds and var seconds => $"比建议的 {LongestSeconds / 60} 分钟多 {seconds - LongestSeconds} 秒",
        < ShortestSeconds and var seconds => $"比建议的 {ShortestSeconds / 60} 分钟少 {ShortestSeconds - seconds} 秒",
        _ => "用时正好",
    };

    private static bool IsCoached(DraftText text) => text.Values.Sum(t => t.Length) <= AnswerReading.LongestRead;

    private static HashSet<string> Points(Framework framework, DraftText text) =>
        [.. AnswerReading.Of(framework, text).Points];

    private static string? Named(string verb, Framework framework, IEnumerable<string> points)
    {
        var ids = points.ToHashSet();
        var names = framework.Points.Where(p => ids.Contains(p.Id)).Select(p => p.Name).ToList();
        if (names.Count == 0) return null;
        return verb + string.Join('、', names.Take(MostNames)) + (names.Count > MostNames ? $"等 {names.Count} 点" : "");
    }

    private static string? Counted(string verb, int sentences) =>
        sentences == 0 ? null : sentences < Figures.Length ? $"{verb}{Figures[sentences]}句" : $"{verb} {sentences} 句";

    private static string? Timed(int before, int after) => (Timing(before), Timing(after)) is var (then, now) && then != now ? $"{then} → {now}" : null;

    private static (int Added, int Removed, int Changed) CountSentences(IReadOnlyList<SentenceChange> changes)
    {
        var (added, removed, changed) = (0, 0, 0);
        foreach (var (gone, come) in Blocks(changes))
        {
            var alike = (long)gone.Count * come.Count <= MostPairs ? CountAlike(gone, come) : 0;
            (added, removed, changed) = (added + come.Count - alike, removed + gone.Count - alike, changed + alike);
        }
        return (added, removed, changed);
    }

    // The sentences between two that stayed.
    private static IEnumerable<(List<string> Gone, List<string> Come)> Blocks(IReadOnlyList<SentenceChange> changes)
    {
        var (gone, come) = (new List<string>(), new List<string>());
        foreach (var change in changes)
        {
            if (change.Kind == SentenceChangeKind.Removed) gone.Add(change.Text);
            else if (change.Kind == SentenceChangeKind.Added) come.Add(change.Text);
            else if (gone.Count + come.Count > 0)
            {
                yield return (gone, come);
                (gone, come) = ([], []);
            }
        }
        if (gone.Count + come.Count > 0) yield return (gone, come);
    }

    private static int CountAlike(List<string> gone, List<string> come)
    {
        var left = gone.ConvertAll(Pairs);
        var alike = 0;
        foreach (var pairs in come.Select(Pairs))
        {
            var found = left.FindIndex(other => 2.0 * pairs.Count(other.Contains) >= Likeness * (pairs.Count + other.Count));
            if (found < 0) continue;
            left.RemoveAt(found);
            alike++;
        }
        return alike;
    }

    private static HashSet<string> Pairs(string sentence) =>
        SpeechText.Spoken(sentence) is var spoken && spoken.Length < 2 ? [spoken] : [.. Enumerable.Range(0, spoken.Length - 1).Select(i => spoken.Substring(i, 2))];
}
