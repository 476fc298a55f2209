using System.Text;

namespace InterviewPrep.Web.Text;

/// <summary>
/// The same letters can be written by different code points, by keyboard and by system; these forms make them equal for comparison
/// (Unicode Standard Annex 15). The program runs without ICU, and <see cref="string.Normalize()"/> does nothing then.
/// </summary>
public static class UnicodeForm
{
    private const int HangulFirst = 0xAC00, LeadFirst = 0x1100, VowelFirst = 0x1161, TailFirst = 0x11A7, Leads = 19, Vowels = 21, Tails = 28;

    private static readonly Lazy<UnicodeFormData> Data = new(UnicodeFormData.Read);

    /// <summary>Normalization form C: é is one code point, however it was typed.</summary>
    public static string Composed(string text) => Of(text, d => d.Canonical);

    /// <summary>Normalization form KC: also full and half width, ligatures and circled digits are their plain letters.</summary>
    public static string Compatible(string text) => Of(text, d => d.Compatible);

    private static string Of(string text, Func<UnicodeFormData, IReadOnlyDictionary<int, int[]>> decompositions)
    {
        // Halves of surrogate pairs have no form; such a text is refused elsewhere and equals only itself.
        if (text.All(char.IsAscii) || ForbiddenCharacters.HasLoneSurrogate(text)) return text;
        var points = Compose(Sorted([.. text.EnumerateRunes().SelectMany(r => Decompose(r.Value, decompositions(Data.Value)))]));
        return string.Concat(points.Select(p => new Rune(p).ToString()));
    }

    private static int[] Decompose(int point, IReadOnlyDictionary<int, int[]> decompositions)
    {
        if (point - HangulFirst is not (>= 0 and < Leads * Vowels * Tails and var syllable)) return decompositions.GetValueOrDefault(point) ?? [point];
        int[] letters = [LeadFirst + syllable / (Vowels * Tails), VowelFirst + syllable % (Vowels * Tails) / Tails, TailFirst + syllable % Tails];
        return syllable % Tails == 0 ? letters[..2] : letters;
    }

    // Marks behind a letter stand in the order of their classes; those of one class keep theirs.
    private static List<int> Sorted(List<int> points)
    {
        for (var i = 0; i < points.Count; i++)
        {
            var end = i;
            while (end < points.Count && ClassOf(points[end]) > 0) end++;
            if (end - i > 1)
            {
                var marks = points[i..end].OrderBy(ClassOf).ToList();
                for (var k = 0; k < marks.Count; k++) points[i + k] = marks[k];
            }
            i = Math.Max(i, end);
        }
        return points;
    }

    private static List<int> Compose(List<int> points)
    {
        var made = new List<int>();
        int letter = -1, lastClass = -1;
        foreach (var point in points)
        {
            var mark = ClassOf(point);
            // A mark of the same or a higher class between them keeps a mark from its letter.
            if (letter >= 0 && lastClass < mark && Pair(made[letter], point) is { } whole)
            {
                made[letter] = whole;
                continue;
            }
            if (mark == 0) (letter, lastClass) = (made.Count, -1);
            else lastClass = mark;
            made.Add(point);
        }
        return made;
    }

    private static int? Pair(int first, int second)
    {
        if (first - LeadFirst is >= 0 and < Leads and var lead && second - VowelFirst is >= 0 and < Vowels and var vowel) return HangulFirst + (lead * Vowels + vowel) * Tails;
        if (first - HangulFirst is >= 0 and < Leads * Vowels * Tails and var syllable && syllable % Tails == 0 && second - TailFirst is > 0 and < Tails and var tail) return first + tail;
        return Data.Value.Pairs.TryGetValue((first, second), out var whole) ? whole : null;
    }

    private static int ClassOf(int point) => Data.Value.Classes.GetValueOrDefault(point);
}
