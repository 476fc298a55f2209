namespace InterviewPrep.Web.Content.Coaching;

/// <summary>Finds where a text without punctuation pauses and stops, by the characters and words around each place.</summary>
public sealed class Boundaries(LinearModel model, CoachWords words)
{
    /// <summary>What the model's functions tell of a place.</summary>
    public static readonly IReadOnlyList<string> Functions = ["pause", "stop"];

    // A clause has at least so many characters.
    private const int Shortest = 3;

    /// <summary>The places inside a stretch where a clause ends, and whether a sentence ends there too.</summary>
    public IEnumerable<(int At, bool Full)> Find(string text, int from, int to)
    {
        var places = Places(text[from..to], words, model.Index.Bits);
        var margins = places.Select(p => model.Margins([p])).ToArray();
        for (var i = Shortest; i <= to - from - Shortest; i++)
            if (margins[i][0] >= 0 && IsHighest(margins, i)) yield return (from + i, margins[i][1] >= 0);
    }

    /// <summary>True where a sentence ends between two clauses that only a comma parts.</summary>
    public bool Stops(string text, int from, int end, int start, int to)
    {
        var joined = string.Concat(text.AsSpan(from, end - from), text.AsSpan(start, to - start));
        return model.Margins([Places(joined, words, model.Index.Bits)[end - from]])[1] >= 0;
    }

    /// <summary>For each place of a text its features: runs of characters before it, behind it and across it; the words that end, begin or go on there.</summary>
    public static int[][] Places(string text, CoachWords words, int bits)
    {
        var hits = words.Find(text);
        var places = new List<int>[text.Length + 1];
        for (var i = 0; i <= text.Length; i++) places[i] = Around(text, i, bits);
        foreach (var hit in hits)
        {
            var group = words[hit.Group].Id.Aggregate(2166136261u, (h, c) => (h ^ c) * 16777619u);
            places[hit.Start].Add(Slot(group ^ 0x51u, bits));
            places[hit.End].Add(Slot(group ^ 0xA3u, bits));
            for (var i = hit.Start + 1; i < hit.End; i++) places[i].Add(Slot(0x77u, bits));
        }
        return [.. places.Select(p => p.Distinct().ToArray())];
    }

    private static List<int> Around(string text, int at, int bits)
    {
        var features = new List<int>(24);
        for (var left = 0; left <= 3; left++)
        {
            for (var right = 0; right <= 3; right++)
            {
                if (left + right == 0) continue;
                var hash = 2166136261u + (uint)(left * 4 + right) * 0x9E3779B1u;
                for (var k = -left; k < right; k++)
                {
                    var i = at + k;
                    hash = (hash ^ (i < 0 || i >= text.Length ? 1u : text[i])) * 16777619u;
                    hash ^= hash >> 13;
                }
                features.Add(Slot(hash, bits));
            }
        }
        return features;
    }

    private static int Slot(uint hash, int bits) => (int)(hash * 2654435769u >> (32 - bits));

    // Of places close to each other only the likeliest is one.
    private static bool IsHighest(float[][] margins, int at)
    {
        for (var k = Math.Max(0, at - Shortest + 1); k < Math.Min(margins.Length, at + Shortest); k++)
            if (margins[k][0] > margins[at][0] || (margins[k][0] == margins[at][0] && k < at)) return false;
        return true;
    }
}
