namespace InterviewPrep.Web.Text;

/// <summary>
/// The longest row of equal items that two lists have in common. Lists that are too long for that are compared by the items that
/// occur once in each, which takes no longer than sorting them; sentences.js does the same on the page.
/// </summary>
public static class CommonSubsequence
{
    /// <summary>Pairs of items that are compared at most: 500 sentences with 500 others take about a millisecond.</summary>
    public const int MostCells = 250_000;

    /// <summary>Places of the common items, in order. Where two rows are equally long, the one that skips items of the first list sooner.</summary>
    public static IReadOnlyList<(int First, int Second)> Find(IReadOnlyList<string> first, IReadOnlyList<string> second)
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        int[] Name(IReadOnlyList<string> items)
        {
            var named = new int[items.Count];
            for (var i = 0; i < named.Length; i++)
            {
                if (!names.TryGetValue(items[i], out named[i])) names[items[i]] = named[i] = names.Count;
            }
            return named;
        }

        var (a, b) = (Name(first), Name(second));
        var pairs = new List<(int, int)>();
        var start = Equal(a, b, 0, 0, a.Length, b.Length, pairs);
        if ((long)(a.Length - start) * (b.Length - start) <= MostCells) Exactly(a, b, start, pairs);
        else ByUniqueItems(a, b, start, names.Count, pairs);
        return pairs;
    }

    // Takes the equal items at the beginning of two stretches.
    private static int Equal(int[] a, int[] b, int i, int j, int endOfA, int endOfB, List<(int, int)> pairs)
    {
        var length = 0;
        for (; i + length < endOfA && j + length < endOfB && a[i + length] == b[j + length]; length++) pairs.Add((i + length, j + length));
        return length;
    }

    private static void Exactly(int[] a, int[] b, int start, List<(int, int)> pairs)
    {
        var width = b.Length - start + 1;
        var longest = new ushort[(a.Length - start + 1) * width];
        for (var i = a.Length - 1; i >= start; i--)
        {
            for (var j = b.Length - 1; j >= start; j--)
            {
                var here = (i - start) * width + j - start;
                longest[here] = a[i] == b[j] ? (ushort)(longest[here + width + 1] + 1) : Math.Max(longest[here + width], longest[here + 1]);
            }
        }
        for (int i = start, j = start; i < a.Length && j < b.Length;)
        {
            var here = (i - start) * width + j - start;
            if (a[i] == b[j]) pairs.Add((i++, j++));
            else if (longest[here + width] >= longest[here + 1]) i++;
            else j++;
        }
    }

    private static void ByUniqueItems(int[] a, int[] b, int start, int names, List<(int, int)> pairs)
    {
        var (i, j) = (start, start);
        foreach (var (first, second) in Increasing(Unique(a, b, start, names)))
        {
            if (first < i || second < j) continue;
            Equal(a, b, i, j, first, second, pairs);
            var run = Equal(a, b, first, second, a.Length, b.Length, pairs);
            (i, j) = (first + run, second + run);
        }
        Equal(a, b, i, j, a.Length, b.Length, pairs);
    }

    // Where the items stand that occur once in each list, by their place in the first.
    private static List<(int First, int Second)> Unique(int[] a, int[] b, int start, int names)
    {
        var (inA, inB, placeInB) = (new int[names], new int[names], new int[names]);
        for (var i = start; i < a.Length; i++) inA[a[i]]++;
        for (var j = start; j < b.Length; j++)
        {
            inB[b[j]]++;
            placeInB[b[j]] = j;
        }
        var found = new List<(int, int)>();
        for (var i = start; i < a.Length; i++)
        {
            if (inA[a[i]] == 1 && inB[a[i]] == 1) found.Add((i, placeInB[a[i]]));
        }
        return found;
    }

    // The longest row of them that stands in the same order in both lists: patience sorting.
    private static List<(int First, int Second)> Increasing(List<(int First, int Second)> found)
    {
        var (tops, before) = (new List<int>(), new int[found.Count]);
        for (var k = 0; k < found.Count; k++)
        {
            var (low, high) = (0, tops.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (found[tops[middle]].Second < found[k].Second) low = middle + 1;
                else high = middle;
            }
            before[k] = low == 0 ? -1 : tops[low - 1];
            if (low == tops.Count) tops.Add(k);
            else tops[low] = k;
        }
        var row = new List<(int, int)>();
        for (var k = tops.Count == 0 ? -1 : tops[^1]; k >= 0; k = before[k]) row.Add(found[k]);
        row.Reverse();
        return row;
    }
}
