namespace InterviewPrep.Web.Features.Drafts;

/// <summary>What became of a sentence from one text to the next.</summary>
public enum SentenceChangeKind
{
    Same,
    Removed,
    Added,
}

public sealed record SentenceChange(SentenceChangeKind Kind, string Text);

/// <summary>Compares Chinese texts by sentences; sentences.js does the same on the page.</summary>
public static class SentenceComparison
{
    private const string Ends = "。！？!?…\n", Closers = "”’」』）》\"'";

    /// <summary>The sentences of a text with their marks, in order; blanks around them are left out.</summary>
    public static IReadOnlyList<string> Split(string text)
    {
        var sentences = new List<string>();
        var from = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!Ends.Contains(text[i])) continue;
            while (i + 1 < text.Length && (Ends.Contains(text[i + 1]) || Closers.Contains(text[i + 1]))) i++;
            sentences.Add(text[from..(i + 1)]);
            from = i + 1;
        }
        sentences.Add(text[from..]);
        return [.. sentences.Select(s => s.Trim()).Where(s => s.Length > 0)];
    }

    /// <summary>How one text came from another: the longest run of common sentences stays, the rest was removed or added.</summary>
    public static IReadOnlyList<SentenceChange> Compare(string before, string after)
    {
        var (a, b) = (Split(before), Split(after));
        var common = new ushort[a.Count + 1, b.Count + 1];
        for (var i = a.Count - 1; i >= 0; i--)
        {
            for (var j = b.Count - 1; j >= 0; j--)
                common[i, j] = a[i] == b[j] ? (ushort)(common[i + 1, j + 1] + 1) : Math.Max(common[i + 1, j], common[i, j + 1]);
        }
        var changes = new List<SentenceChange>();
        for (int i = 0, j = 0; i < a.Count || j < b.Count;)
        {
            if (i < a.Count && j < b.Count && a[i] == b[j])
            {
                changes.Add(new(SentenceChangeKind.Same, a[i++]));
                j++;
            }
            else if (j == b.Count || (i < a.Count && common[i + 1, j] >= common[i, j + 1])) changes.Add(new(SentenceChangeKind.Removed, a[i++]));
            else changes.Add(new(SentenceChangeKind.Added, b[j++]));
        }
        return changes;
    }
}
