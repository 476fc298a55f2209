using System.Text;

namespace InterviewPrep.Web.Content.Coaching;

/// <summary>What is written differently and means the same: traditional characters and words typed with another character of the same sound.</summary>
public sealed class Spelling
{
    private readonly Dictionary<char, char> simplified;
    private readonly ILookup<char, (string Wrong, string Right)> slips;

    /// <param name="pairs">Traditional and simplified character, two by two.</param>
    /// <param name="slips">Wrong and right spelling, of one length.</param>
    public Spelling(IEnumerable<(char Traditional, char Simplified)> pairs, IEnumerable<(string Wrong, string Right)> slips)
    {
        simplified = pairs.DistinctBy(p => p.Traditional).ToDictionary(p => p.Traditional, p => p.Simplified);
        this.slips = slips.OrderByDescending(s => s.Wrong.Length).ToLookup(s => s.Wrong[0]);
    }

    /// <summary>Leaves every text as it is.</summary>
    public static Spelling None { get; } = new([], []);

    /// <summary>The simplified form of a character.</summary>
    public char Simplified(char c) => simplified.GetValueOrDefault(c, c);

    /// <summary>Puts right the words that are typed with a character of the same sound; the length stays.</summary>
    public void Correct(StringBuilder text)
    {
        if (slips.Count == 0) return;
        var typed = text.ToString();
        for (var i = 0; i < typed.Length; i++)
        {
            foreach (var (wrong, right) in slips[typed[i]])
            {
                if (string.CompareOrdinal(typed, i, wrong, 0, wrong.Length) != 0) continue;
                for (var k = 0; k < right.Length; k++) text[i + k] = right[k];
                break;
            }
        }
    }
}
