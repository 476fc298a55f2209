using System.Text;

namespace InterviewPrep.Web.Content.Coaching;

/// <summary>What is written differently and means the same: traditional characters, and words typed with another character of the same sound.</summary>
public sealed class Spelling
{
    private readonly Dictionary<char, char> simplified;
    private readonly Dictionary<string, string> slips = [];
    private readonly int[] lengths;

    /// <param name="pairs">Traditional and simplified character, two by two.</param>
    /// <param name="keys">Words in which one character may be typed as another of the same sound.</param>
    /// <param name="sounds">Characters that sound alike, group by group.</param>
    /// <param name="words">Words that are right as they are.</param>
    public Spelling(IEnumerable<(char Traditional, char Simplified)> pairs, IReadOnlyList<string> keys, IReadOnlyList<string> sounds, IReadOnlyCollection<string> words)
    {
        simplified = pairs.DistinctBy(p => p.Traditional).ToDictionary(p => p.Traditional, p => p.Simplified);
        var right = keys.Concat(words).ToHashSet();
        var alike = sounds.SelectMany(s => s.Select(c => (Character: c, Others: s))).ToLookup(x => x.Character, x => x.Others);
        foreach (var key in keys)
        {
            for (var i = 0; i < key.Length; i++)
            {
                foreach (var other in alike[key[i]].SelectMany(s => s).Where(c => c != key[i]))
                {
                    var typed = string.Concat(key.AsSpan(0, i), other.ToString(), key.AsSpan(i + 1));
                    if (!right.Contains(typed)) slips.TryAdd(typed, key);
                }
            }
        }
        lengths = [.. slips.Keys.Select(k => k.Length).Distinct().OrderDescending()];
    }

    /// <summary>Leaves every text as it is.</summary>
    public static Spelling None { get; } = new([], [], [], []);

    /// <summary>The simplified form of a character.</summary>
    public char Simplified(char c) => simplified.GetValueOrDefault(c, c);

    /// <summary>Puts right the words that are typed with a character of the same sound; the length stays.</summary>
    public void Correct(StringBuilder text)
    {
        if (slips.Count == 0) return;
        var typed = text.ToString();
        var lookup = slips.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < typed.Length; i++)
        {
            foreach (var length in lengths)
            {
                if (i + length > typed.Length || !lookup.TryGetValue(typed.AsSpan(i, length), out var right)) continue;
                for (var k = 0; k < length; k++) text[i + k] = right[k];
                i += length - 1;
                break;
            }
        }
    }
}
