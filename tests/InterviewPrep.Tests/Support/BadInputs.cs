using System.Globalization;
using System.Text.Json;

namespace InterviewPrep.Tests.Support;

/// <summary>
/// Bad inputs of the lists. Those written for this project are committed; the public ones are read where they lie
/// (<see cref="Repository.Corpora"/>) and only when all are asked for: <c>BAD_INPUTS_ALL=1</c>.
/// </summary>
public static class BadInputs
{
    public static bool IsWhole { get; } = Environment.GetEnvironmentVariable("BAD_INPUTS_ALL") == "1" && Repository.Corpora is not null;

    /// <summary>Texts of the committed lists, the odd ones first.</summary>
    public static IReadOnlyList<string> Own { get; } = [.. Mixed(Json("unicode-and-types.json", "text"), Cells(), Json("markdown-xss.json", "payload")).Distinct()];

    /// <summary>Texts of all lists, or of the committed ones where the others are not asked for.</summary>
    public static IReadOnlyList<string> All { get; } = IsWhole ? [.. Own.Concat(Public(Repository.Corpora!)).Where(t => t.Length is > 0 and < 100_000).Distinct()] : Own;

    /// <summary>The share of <see cref="All"/> that this run takes: <c>BAD_INPUTS_PART=3/50</c> takes the third of 50 stretches.</summary>
    public static IReadOnlyList<string> Part { get; } = Share(Environment.GetEnvironmentVariable("BAD_INPUTS_PART"));

    /// <summary>Files that are no roster and no photo.</summary>
    public static IEnumerable<(string Name, byte[] Bytes)> Files()
    {
        yield return ("空.csv", []);
        yield return ("坏.xlsx", [.. "PK\u0003\u0004"u8, .. new byte[200]]);
        yield return ("假.jpg", [0xFF, 0xD8, 0xFF, .. new byte[500]]);
        yield return ("半个.csv", [.. "学号,姓名\n1,\""u8]);
        yield return ("名册.csv", [.. "学号,姓名\n=1+1,<img src=x onerror=alert(1)>\n1\0,张\u202E三\n"u8]);
        if (!IsWhole) yield break;
        foreach (var folder in new[] { "zip", "upload", "import" }.Select(f => Path.Combine(Repository.Corpora!, "own", f)).Where(Directory.Exists))
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => new FileInfo(f).Length < 4_000_000)) yield return (Path.GetFileName(file), File.ReadAllBytes(file));
    }

    private static IEnumerable<string> Public(string folder)
    {
        IEnumerable<string> Lines(string list, string pattern) => Directory.EnumerateFiles(Path.Combine(folder, list), pattern).Order(StringComparer.Ordinal).SelectMany(File.ReadLines);

        // The longest lists, which are much the same throughout, come last.
        return JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "blns", "blns.json"))).RootElement.EnumerateArray().Select(e => e.GetString()!)
            .Concat(Read(Path.Combine(folder, "markdown", "commonmark-examples.json"), "markdown"))
            .Concat(Read(Path.Combine(folder, "markdown", "cmark-regression-examples.json"), "markdown"))
            .Concat(new[] { "markdown", Path.Combine("own", "markdown-pathological") }.SelectMany(f => Directory.EnumerateFiles(Path.Combine(folder, f), "*.md", SearchOption.AllDirectories)).Order(StringComparer.Ordinal).Select(File.ReadAllText))
            .Concat(Lines("csv-injection", "PATT-formulas.txt"))
            .Concat(Lines("traversal-redirect", "*.txt"))
            .Concat(Read(Path.Combine(folder, "xss", "dompurify-expect.json"), "payload"))
            .Concat(Lines("xss", "PATT-*.txt"))
            .Concat(Lines("xss", "payloadbox-xss.txt"));
    }

    private static IReadOnlyList<string> Share(string? part)
    {
        if (part?.Split('/') is not [var which, var of]) return All;
        var (k, n) = (int.Parse(which, CultureInfo.InvariantCulture), int.Parse(of, CultureInfo.InvariantCulture));
        return [.. All.Where((_, i) => (long)i * n / All.Count == k - 1)];
    }

    private static IEnumerable<string> Mixed(params IEnumerable<string>[] lists)
    {
        var all = lists.Select(l => new Queue<string>(l)).ToList();
        while (all.RemoveAll(q => q.Count == 0) >= 0 && all.Count > 0)
            foreach (var queue in all) yield return queue.Dequeue();
    }

    private static IEnumerable<string> Cells()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Committed("csv-formulas.json")));
        return [.. json.RootElement.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Array).SelectMany(p => p.Value.EnumerateArray()).Select(Text).OfType<string>()];
    }

    private static IEnumerable<string> Json(string file, string property) => Read(Committed(file), property);

    private static string Committed(string file) => Path.Combine(Repository.Root, "tests", "InterviewPrep.Tests", "Support", "Corpora", file);

    private static IEnumerable<string> Read(string file, string property)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        return [.. json.RootElement.EnumerateArray().Where(e => e.TryGetProperty(property, out _)).Select(e => Text(e.GetProperty(property))).OfType<string>()];
    }

    // Half a surrogate pair cannot be read from JSON, nor sent as UTF-8.
    private static string? Text(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
