using System.CommandLine;
using InterviewPrep.Web.Host.Settings;

namespace InterviewPrep.Web.Host.Commands;

/// <summary>Settings on the command line: <c>--Data__Folder=x</c>, <c>--Data:Folder x</c> and <c>--data__folder x</c> all mean the same.</summary>
internal static class SettingWords
{
    private const string Dashes = "--";

    public static bool IsOption(string word) => word.StartsWith(Dashes, StringComparison.Ordinal) && word.Length > Dashes.Length;

    /// <summary>The name in a word such as <c>--Data__Folder=x</c>.</summary>
    public static string NameOf(string word) => word[Dashes.Length..].Split('=')[0];

    /// <summary>Writes the name of a setting in its one form, and an empty value as a word of its own; other words stay as they are.</summary>
    public static IEnumerable<string> Normalize(string word)
    {
        if (!IsOption(word)) return [word];
        var typed = NameOf(word);
        var name = Setting.NameOf(typed);
        var known = Setting.All.FirstOrDefault(s => s.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Name;
        var (option, value) = (Dashes + (known ?? name), word[(Dashes.Length + typed.Length)..]);
        return value == "=" ? [option, ""] : [option + value];
    }

    /// <summary>An option for each setting, and for each of the platform's that the words name.</summary>
    public static IReadOnlyList<Option<string>> Options(IEnumerable<string> words)
    {
        var options = Setting.All.Select(s => new Option<string>(Dashes + s.Name)
        {
            Description = s.Default.Length > 0 ? $"{s.English} (default: {s.Default})" : s.English,
            HelpName = s.Type == typeof(bool) ? "true|false" : s.Type == typeof(int) ? "number" : "value",
            Recursive = true,
        }).ToList();
        var deeper = words.Where(IsOption).Select(NameOf).Where(n => Setting.IsOpen(KeyOf(n))).Distinct(StringComparer.Ordinal).Select(n => Dashes + n).Where(n => options.TrueForAll(o => o.Name != n));
        options.AddRange(deeper.Select(n => new Option<string>(n) { Recursive = true, Hidden = true }));
        return options;
    }

    /// <summary>The settings that were given, as the platform reads them.</summary>
    public static string[] Given(ParseResult result, IEnumerable<Option<string>> options) =>
        [.. from option in options
            where result.GetResult(option) is { Implicit: false }
            select $"--{KeyOf(option.Name[Dashes.Length..])}={result.GetValue(option)}"];

    private static string KeyOf(string name) => name.Replace("__", ":", StringComparison.Ordinal);
}
