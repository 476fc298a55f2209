namespace InterviewPrep.Web.Features.Feedback;

/// <summary>Finds what became of a commented stretch in a later text: the sentences before and after.</summary>
public static class Rewording
{
    private static readonly char[] Ends = ['。', '！', '？', '\n'];

    /// <param name="length">0 for a comment on the whole stage.</param>
    /// <returns>The sentences that hold the stretch and those that stand in their place; the whole stage where these are the same. Null where nothing changed.</returns>
    public static (string Before, string After)? Find(string submitted, string draft, int start, int length)
    {
        if (submitted == draft) return null;
        var (old, now) = (Sentences(submitted), Sentences(draft));
        var at = 0;
        var held = new List<int>();
        for (var i = 0; i < old.Count; at += old[i++].Length)
        {
            if (length > 0 && at < start + length && at + old[i].Length > start) held.Add(i);
        }
        if (held.Count == 0) return (submitted, draft);
        var pairs = Align(old, now);
        var from = pairs.Where(p => p.Old < held[0]).Select(p => p.New + 1).DefaultIfEmpty(0).Max();
        var to = pairs.Where(p => p.Old > held[^1]).Select(p => p.New).DefaultIfEmpty(now.Count).Min();
        var before = string.Concat(held.Select(i => old[i])).Trim();
        var after = string.Concat(now.Skip(from).Take(to - from)).Trim();
        return before == after ? (submitted, draft) : (before, after);
    }

    private static List<string> Sentences(string text)
    {
        var sentences = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOfAny(Ends, at);
            var next = end < 0 ? text.Length : end + 1;
            sentences.Add(text[at..next]);
            at = next;
        }
        return sentences;
    }

    // The longest common row of equal sentences.
    private static List<(int Old, int New)> Align(List<string> old, List<string> now)
    {
        var longest = new int[old.Count + 1, now.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
        {
            for (var j = now.Count - 1; j >= 0; j--)
                longest[i, j] = old[i] == now[j] ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
        }
        var pairs = new List<(int, int)>();
        for (int i = 0, j = 0; i < old.Count && j < now.Count;)
        {
            if (old[i] == now[j]) pairs.Add((i++, j++));
            else if (longest[i + 1, j] >= longest[i, j + 1]) i++;
            else j++;
        }
        return pairs;
    }
}
