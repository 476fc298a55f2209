using System.Text.RegularExpressions;

namespace InterviewPrep.Tests.Architecture;

/// <summary>Which file of the application a page's markup uses: the types that it names, and the views, components and pages that it includes.</summary>
public static partial class PageArrows
{
    /// <param name="types">Names of types with the files that declare them.</param>
    public static IEnumerable<Arrow> Find(string path, string text, ILookup<string, string> types)
    {
        text = Comment().Replace(text, "");
        var found = Word().Matches(text).Select(m => m.Value).Concat(Component().Matches(text).Select(m => Pascal(m.Groups[1].Value) + "ViewComponent")).Distinct()
            .Where(types.Contains).Select(w => new Arrow(path, w, types[w].MinBy(Rooms.Of)!));
        var included = View().Matches(text).Select(m => new Arrow(path, m.Value, m.Groups[1].Value)).Concat(Page().Matches(text).Select(m => new Arrow(path, m.Value, "Features" + m.Groups[1].Value)));
        return found.Concat(included).Where(a => a.To != path);
    }

    private static string Pascal(string kebab) => string.Concat(kebab.Split('-').Select(w => char.ToUpperInvariant(w[0]) + w[1..]));

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex Comment();

    // Not a member of something, not part of a text, not the name of an argument.
    [GeneratedRegex(@"(?<![\w.""'/-])[A-Z]\w+(?!\w|\s*[:=](?!=))")]
    private static partial Regex Word();

    [GeneratedRegex("<vc:([a-z-]+)")]
    private static partial Regex Component();

    [GeneratedRegex(@"~/(Features/[\w/]+\.cshtml)")]
    private static partial Regex View();

    [GeneratedRegex(@"asp-page=""(/[\w/]+)""")]
    private static partial Regex Page();
}
