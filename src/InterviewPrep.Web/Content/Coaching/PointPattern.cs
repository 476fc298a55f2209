namespace InterviewPrep.Web.Content.Coaching;

/// <summary>
/// Words that together tell a point within one clause, in any order: <c>call+people</c>. A name stands for a group, Chinese for
/// itself; after <c>-</c> stands what must not be there.
/// </summary>
public sealed class PointPattern
{
    private readonly int[] wanted, refused;

    private PointPattern(int[] wanted, int[] refused) => (this.wanted, this.refused) = (wanted, refused);

    /// <summary>Reads a pattern; null, with the reason, where a name is unknown.</summary>
    public static PointPattern? Parse(string text, CoachWords words, out string? problem)
    {
        var wanted = new List<int>();
        var refused = new List<int>();
        problem = null;
        var signed = text.Replace("-", "+-", StringComparison.Ordinal).Split('+', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var item in signed)
        {
            var name = item.TrimStart('-');
            var number = name.Length == 0 ? -1 : words.NumberOf(name);
            if (number < 0) problem = $"“{name}” is no group of words";
            (item[0] == '-' ? refused : wanted).Add(number);
        }
        if (wanted.Count == 0) problem ??= "a pattern needs a word";
        return problem is null ? new PointPattern([.. wanted], [.. refused]) : null;
    }

    /// <summary>True where the words of a clause have all that is wanted, each at a place of its own, and nothing that is not.</summary>
    public bool Matches(IReadOnlyList<TermHit> hits, int from, int to)
    {
        foreach (var group in refused)
            if (Has(hits, from, to, group)) return false;
        if (wanted.Length == 1) return Has(hits, from, to, wanted[0]);
        Span<int> used = stackalloc int[wanted.Length];
        return Place(hits, from, to, 0, used);
    }

    private bool Place(IReadOnlyList<TermHit> hits, int from, int to, int item, Span<int> used)
    {
        if (item == wanted.Length) return true;
        for (var i = from; i < to; i++)
        {
            if (hits[i].Group != wanted[item]) continue;
            var free = true;
            for (var k = 0; k < item && free; k++) free = hits[used[k]].End <= hits[i].Start || hits[i].End <= hits[used[k]].Start;
            if (!free) continue;
            used[item] = i;
            if (Place(hits, from, to, item + 1, used)) return true;
        }
        return false;
    }

    private static bool Has(IReadOnlyList<TermHit> hits, int from, int to, int group)
    {
        for (var i = from; i < to; i++)
            if (hits[i].Group == group) return true;
        return false;
    }
}
