using System.Collections.Frozen;
using System.Globalization;

namespace InterviewPrep.Web.Text;

/// <summary>What Unicode says of code points that are written in more than one way; read from the data file that ships with the program.</summary>
internal sealed record UnicodeFormData(
    FrozenDictionary<int, int> Classes, FrozenDictionary<int, int[]> Canonical, FrozenDictionary<int, int[]> Compatible, FrozenDictionary<(int, int), int> Pairs)
{
    private const string Resource = "unicode-forms.txt";

    public static UnicodeFormData Read()
    {
        var (classes, canonical, compatible, pairs) = (new Dictionary<int, int>(), new Dictionary<int, int[]>(), new Dictionary<int, int[]>(), new Dictionary<(int, int), int>());
        using var reader = new StreamReader(typeof(UnicodeFormData).Assembly.GetManifestResourceStream(Resource)!);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            if (line.Split('+', '=') is [var first, var second, var whole])
            {
                pairs[(Point(first), Point(second))] = Point(whole);
                continue;
            }
            var fields = line.Split(';');
            var point = Point(fields[0]);
            if (fields[1].Length > 0) classes[point] = int.Parse(fields[1], CultureInfo.InvariantCulture);
            if (fields[2].Length > 0) canonical[point] = Points(fields[2]);
            if (fields[3].Length > 0 || fields[2].Length > 0) compatible[point] = Points(fields[3].Length > 0 ? fields[3] : fields[2]);
        }
        return new(classes.ToFrozenDictionary(), canonical.ToFrozenDictionary(), compatible.ToFrozenDictionary(), pairs.ToFrozenDictionary());
    }

    private static int Point(string hex) => int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static int[] Points(string list) => [.. list.Split(' ').Select(Point)];
}
