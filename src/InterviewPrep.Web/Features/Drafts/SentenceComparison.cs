using InterviewPrep.Web.Text;

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
    /// <summary>How one text came from another: the longest run of common sentences stays, the rest was removed or added.</summary>
    public static IReadOnlyList<SentenceChange> Compare(string before, string after)
    {
        var (old, now) = (Sentences.Split(before), Sentences.Split(after));
        var changes = new List<SentenceChange>();
        var (i, j) = (0, 0);
        foreach (var (first, second) in CommonSubsequence.Find(old, now).Append((old.Count, now.Count)))
        {
            while (i < first) changes.Add(new(SentenceChangeKind.Removed, old[i++]));
            while (j < second) changes.Add(new(SentenceChangeKind.Added, now[j++]));
            if (i == old.Count) break;
            changes.Add(new(SentenceChangeKind.Same, old[i++]));
            j++;
        }
        return changes;
    }
}
