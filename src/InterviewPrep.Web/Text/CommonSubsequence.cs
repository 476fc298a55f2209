namespace InterviewPrep.Web.Text;

/// <summary>The longest row of equal items that two lists have in common.</summary>
public static class CommonSubsequence
{
    /// <summary>Places of the common items, in order. Where two rows are equally long, the one that skips items of the first list sooner.</summary>
    public static IReadOnlyList<(int First, int Second)> Find(IReadOnlyList<string> first, IReadOnlyList<string> second)
    {
        var longest = new ushort[first.Count + 1, second.Count + 1];
        for (var i = first.Count - 1; i >= 0; i--)
        {
            for (var j = second.Count - 1; j >= 0; j--)
                longest[i, j] = first[i] == second[j] ? (ushort)(longest[i + 1, j + 1] + 1) : Math.Max(longest[i + 1, j], longest[i, j + 1]);
        }
        var pairs = new List<(int, int)>();
        for (int i = 0, j = 0; i < first.Count && j < second.Count;)
        {
            if (first[i] == second[j]) pairs.Add((i++, j++));
            else if (longest[i + 1, j] >= longest[i, j + 1]) i++;
            else j++;
        }
        return pairs;
    }
}
