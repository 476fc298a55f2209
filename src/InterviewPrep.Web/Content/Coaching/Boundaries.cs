namespace InterviewPrep.Web.Content.Coaching;

/// <summary>Finds where a text without punctuation pauses and stops, by the characters around each place.</summary>
public sealed class Boundaries(LinearModel model)
{
    /// <summary>What the model's functions tell of a place.</summary>
    public static readonly IReadOnlyList<string> Functions = ["pause", "stop"];

    // A clause has at least so many characters.
    private const int Shortest = 3;

    /// <summary>The places inside a stretch where a clause ends, and whether a sentence ends there too.</summary>
    public IEnumerable<(int At, bool Full)> Find(string text, int from, int to)
    {
        var margins = new float[to - from];
        for (var i = from + Shortest; i <= to - Shortest; i++) margins[i - from] = model.Margin(0, [Around(text, i, from, to, model.Bits)]);
        for (var i = from + Shortest; i <= to - Shortest; i++)
        {
            if (margins[i - from] >= 0 && IsHighest(margins, i - from)) yield return (i, model.Margin(1, [Around(text, i, from, to, model.Bits)]) >= 0);
        }
    }

    // Of places close to each other only the likeliest is one.
    private static bool IsHighest(float[] margins, int at)
    {
        for (var k = Math.Max(0, at - Shortest + 1); k < Math.Min(margins.Length, at + Shortest); k++)
            if (margins[k] > margins[at] || (margins[k] == margins[at] && k < at && margins[k] != 0)) return false;
        return true;
    }

    /// <summary>True where a sentence ends between two clauses that only a comma parts.</summary>
    public bool Stops(string text, int from, int end, int start, int to)
    {
        var joined = string.Concat(text.AsSpan(from, end - from), text.AsSpan(start, to - start));
        int[][] features = [Around(joined, end - from, 0, joined.Length, model.Bits)];
        return model.Margin(1, features) >= 0;
    }

    /// <summary>The features of a place: runs of characters before it, behind it and across it.</summary>
    public static int[] Around(string text, int at, int from, int to, int bits)
    {
        var features = new int[15];
        var n = 0;
        for (var left = 0; left <= 3; left++)
        {
            for (var right = 0; right <= 3; right++)
            {
                if (left + right == 0) continue;
                var hash = 2166136261u + (uint)(left * 4 + right) * 0x9E3779B1u;
                for (var k = -left; k < right; k++)
                {
                    var i = at + k;
                    hash = (hash ^ (i < from || i >= to ? 1u : text[i])) * 16777619u;
                    hash ^= hash >> 13;
                }
                features[n++] = (int)(hash * 2654435769u >> (32 - bits));
            }
        }
        return features;
    }
}
