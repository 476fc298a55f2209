namespace InterviewPrep.Web.Content.Coaching;

/// <summary>A group of words that mean alike.</summary>
/// <param name="Id">Name by which patterns use the group.</param>
/// <param name="Scope">Scope that a clause gets by the words; null where they say nothing of it.</param>
/// <param name="Covers">True where a word hides shorter words of other groups inside it: 不回避 is no 不.</param>
/// <param name="Back">True where the words also take back what stands before them in the sentence: 培训，大可不必.</param>
public sealed record WordGroup(string Id, IReadOnlyList<string> Words, Scope? Scope, bool Covers, bool Back = false);

/// <summary>All groups of words and what finds them in a text.</summary>
public sealed class CoachWords
{
    private readonly List<WordGroup> groups = [];
    private readonly Dictionary<string, int> numbers = [];
    private readonly TermTrie trie = new();

    /// <summary>Takes the groups; a word keeps its group's place.</summary>
    public CoachWords(IEnumerable<WordGroup> groups)
    {
        foreach (var group in groups) Add(group);
    }

    /// <summary>How many groups there are, literals of patterns included.</summary>
    public int Count => groups.Count;

    /// <summary>The group of a number.</summary>
    public WordGroup this[int number] => groups[number];

    /// <summary>The number of a named group, or of a literal word, which becomes a group of its own; -1 for an unknown name.</summary>
    public int NumberOf(string item)
    {
        if (numbers.TryGetValue(item, out var number)) return number;
        return char.IsAsciiLetterLower(item[0]) ? -1 : Add(new WordGroup(item, [item], null, false));
    }

    /// <summary>All words of a text in order of place, without those that a longer word covers.</summary>
    public List<TermHit> Find(string text)
    {
        var hits = trie.Find(text);
        var covers = hits.Where(h => groups[h.Group].Covers).ToList();
        if (covers.Count > 0)
            hits.RemoveAll(h => covers.Any(c => c.Group != h.Group && c.Start <= h.Start && h.End <= c.End && c.End - c.Start > h.End - h.Start));
        return hits;
    }

    private int Add(WordGroup group)
    {
        numbers[group.Id] = groups.Count;
        groups.Add(group);
        foreach (var word in group.Words) trie.Add(word, groups.Count - 1);
        return groups.Count - 1;
    }
}
