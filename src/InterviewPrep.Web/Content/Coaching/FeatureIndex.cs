namespace InterviewPrep.Web.Content.Coaching;

/// <summary>
/// Gives the features that are known a row each; all others share row 0, which counts nothing. Features that one sentence alone
/// has teach nothing, and what is known has to fit into a small file.
/// </summary>
public sealed class FeatureIndex
{
    private readonly int[] rows;

    /// <param name="known">Numbers of the known features, in order.</param>
    public FeatureIndex(int bits, IReadOnlyList<int> known)
    {
        (Bits, Known) = (bits, known);
        rows = new int[1 << bits];
        for (var i = 0; i < known.Count; i++) rows[known[i]] = i + 1;
    }

    /// <summary>Size of the space of features, as a power of two.</summary>
    public int Bits { get; }

    /// <summary>Numbers of the known features, in order; the first has row 1.</summary>
    public IReadOnlyList<int> Known { get; }

    /// <summary>How many rows there are, row 0 included.</summary>
    public int Rows => Known.Count + 1;

    /// <summary>The row of a feature.</summary>
    public int RowOf(int feature) => rows[feature];

    /// <summary>The features that are there at least so often.</summary>
    public static FeatureIndex Of(IEnumerable<int[][]> parts, int bits, int least) => Of(Counts(parts, bits), bits, least);

    /// <summary>The features that are there at least so often.</summary>
    /// <param name="counts">How often each feature is there.</param>
    public static FeatureIndex Of(int[] counts, int bits, int least) => new(bits, [.. Enumerable.Range(0, counts.Length).Where(f => counts[f] >= least)]);

    /// <summary>How often each feature is there.</summary>
    public static int[] Counts(IEnumerable<int[][]> parts, int bits)
    {
        var counts = new int[1 << bits];
        foreach (var part in parts)
            foreach (var family in part)
                foreach (var feature in family) counts[feature]++;
        return counts;
    }

    /// <summary>The rows of a part's features, by family; as many as there are features.</summary>
    public int[][] Rowed(int[][] part) => [.. part.Select(family => Array.ConvertAll(family, RowOf))];
}
