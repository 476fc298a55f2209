namespace InterviewPrep.Web.Content.Coaching;

/// <summary>A word of a group at a place of the text.</summary>
/// <param name="Group">Number of the group.</param>
/// <param name="Start">First character.</param>
/// <param name="End">One past the last character.</param>
public readonly record struct TermHit(int Group, int Start, int End);

/// <summary>Finds all words of all groups in one pass. In a word, <c>N</c> stands for a number in digits or characters.</summary>
public sealed class TermTrie
{
    /// <summary>Stands for a whole number in a word.</summary>
    public const char Number = 'N';

    private const string Numerals = "0123456789一二三四五六七八九十百千两几半数";

    private readonly List<Dictionary<char, int>> next = [[]];
    private readonly List<List<int>?> groups = [null];

    /// <summary>Adds a word to a group.</summary>
    public void Add(string word, int group)
    {
        var node = 0;
        foreach (var c in word)
        {
            if (!next[node].TryGetValue(c, out var child))
            {
                child = next.Count;
                next[node][c] = child;
                next.Add([]);
                groups.Add(null);
            }
            node = child;
        }
        (groups[node] ??= []).Add(group);
    }

    /// <summary>All hits in a text, by place; of one group, only the longest at each place.</summary>
    public List<TermHit> Find(string text)
    {
        var hits = new List<TermHit>();
        for (var i = 0; i < text.Length; i++)
        {
            var first = hits.Count;
            Walk(text, i, i, 0, hits, first);
        }
        return hits;
    }

    private void Walk(string text, int start, int at, int node, List<TermHit> hits, int first)
    {
        while (true)
        {
            foreach (var group in (IEnumerable<int>?)groups[node] ?? []) Keep(hits, first, new TermHit(group, start, at));
            if (at >= text.Length) return;
            // A number is read whole, and only from its first character.
            if (next[node].TryGetValue(Number, out var afterNumber) && IsNumeral(text[at]) && (at == start ? start == 0 || !IsNumeral(text[start - 1]) : true))
            {
                var end = at + 1;
                while (end < text.Length && IsNumeral(text[end])) end++;
                Walk(text, start, end, afterNumber, hits, first);
            }
            if (!next[node].TryGetValue(text[at], out var child)) return;
            node = child;
            at++;
        }
    }

    private static void Keep(List<TermHit> hits, int first, TermHit hit)
    {
        for (var k = first; k < hits.Count; k++)
        {
            if (hits[k].Group != hit.Group) continue;
            if (hit.End > hits[k].End) hits[k] = hit;
            return;
        }
        hits.Add(hit);
    }

    private static bool IsNumeral(char c) => Numerals.Contains(c);
}
