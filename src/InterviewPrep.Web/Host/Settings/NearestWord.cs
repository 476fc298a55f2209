namespace InterviewPrep.Web.Host.Settings;

/// <summary>Finds what a mistyped word was meant to be.</summary>
public static class NearestWord
{
    /// <summary>The word with the fewest letters to change, whatever the case; the first of several.</summary>
    public static string Of(string typed, IEnumerable<string> words) => words.MinBy(w => Distance(typed.ToLowerInvariant(), w.ToLowerInvariant()))!;

    // Levenshtein's distance: letters put in, left out or changed.
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var (diagonal, left) = (row[0], i);
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                (diagonal, left) = (row[j], Math.Min(change, Math.Min(row[j], left) + 1));
                row[j] = left;
            }
        }
        return row[^1];
    }
}
