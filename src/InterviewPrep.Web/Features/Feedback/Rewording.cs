using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Feedback;

/// <summary>Finds what became of a commented stretch in a later text: the sentences before and after.</summary>
public static class Rewording
{
    /// <param name="length">0 for a comment on the whole stage.</param>
    /// <returns>The sentences that hold the stretch and those that stand in their place; the whole stage where these are the same. Null where nothing changed.</returns>
    public static (string Before, string After)? Find(string submitted, string draft, int start, int length)
    {
        if (submitted == draft) return null;
        var (old, now) = (Sentences.Whole(submitted), Sentences.Whole(draft));
        var at = 0;
        var held = new List<int>();
        for (var i = 0; i < old.Count; at += old[i++].Length)
        {
            if (length > 0 && at < start + length && at + old[i].Length > start) held.Add(i);
        }
        if (held.Count == 0) return (submitted, draft);
        var pairs = CommonSubsequence.Find(old, now);
        var from = pairs.Where(p => p.First < held[0]).Select(p => p.Second + 1).DefaultIfEmpty(0).Max();
        var to = pairs.Where(p => p.First > held[^1]).Select(p => p.Second).DefaultIfEmpty(now.Count).Min();
        var before = string.Concat(held.Select(i => old[i])).Trim();
        var after = string.Concat(now.Skip(from).Take(to - from)).Trim();
        return before == after ? (submitted, draft) : (before, after);
    }
}
