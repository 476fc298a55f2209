using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Content.Rules;

/// <summary>The right option of a self-check cannot be guessed by its place or its length.</summary>
internal static class SelfCheckRules
{
    private const int MostOfPlace = 40, MostLongest = 40;

    public static void Check(CheckedBank bank)
    {
        var items = bank.Library.Lessons.SelectMany(l => l.SelfChecks).Where(i => i.Options.Any(o => o.IsRight)).ToList();
        if (items.Count == 0) return;
        foreach (var (place, share) in Places(items).Where(p => p.Share > MostOfPlace))
            bank.AddTo("lessons", $"the right option is number {place} in {share:0} % of {items.Count} self-checks; at most {MostOfPlace} % are allowed");
        if (LongestShare(items) is var longest and > MostLongest)
            bank.AddTo("lessons", $"the right option is the longest in {longest:0} % of {items.Count} self-checks; at most {MostLongest} % are allowed");
    }

    /// <summary>How often each place, from 1, holds the right option, in percent.</summary>
    public static IEnumerable<(int Place, double Share)> Places(IReadOnlyCollection<SelfCheck> items) =>
        items.GroupBy(i => i.Options.TakeWhile(o => !o.IsRight).Count() + 1).OrderBy(g => g.Key).Select(g => (g.Key, Share.Of(g.Count(), items.Count)));

    /// <summary>How often the right option is longer than every other, in percent.</summary>
    public static double LongestShare(IReadOnlyCollection<SelfCheck> items) =>
        Share.Of(items.Count(i => i.Options.Where(o => !o.IsRight).All(o => Length(o) < Length(i.Options.First(r => r.IsRight)))), items.Count);

    private static int Length(SelfCheckOption option) => SpeechText.CountZi(option.Text);
}
