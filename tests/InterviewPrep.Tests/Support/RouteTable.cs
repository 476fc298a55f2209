using System.Text.RegularExpressions;

namespace InterviewPrep.Tests.Support;

/// <summary>The table of docs/authorization.md: what each route answers to whom.</summary>
public static partial class RouteTable
{
    /// <summary>The columns after route and example, in order.</summary>
    public static readonly string[] Actors = ["visitor", "learner A", "learner B", "teacher of the class", "other teacher", "assistant", "administrator"];

    /// <param name="Route">Method and pattern, with <c>?handler=</c> where the page has several.</param>
    /// <param name="Example">Address to ask for, and after a space the form's fields or a JSON body; names in braces are filled in.</param>
    /// <param name="Answers">For each actor a status, or <c>in</c> for the way to the sign-in.</param>
    public sealed record Row(string Route, string Example, IReadOnlyList<string> Answers);

    public static IReadOnlyList<Row> Read() =>
        [.. from line in File.ReadLines(Path.Combine(Repository.Root, "docs", "authorization.md"))
            let match = Line().Match(line)
            where match.Success
            select new Row(match.Groups[1].Value, match.Groups[2].Value, [.. match.Groups[3].Value.Trim(' ', '|').Split('|', StringSplitOptions.TrimEntries)])];

    public static string Write(Row row) => $"| `{row.Route}` | `{row.Example}` | {string.Join(" | ", row.Answers)} |";

    [GeneratedRegex("^\\| `([A-Z]+ [^`]+)` \\| `([^`]+)` \\|(.+)$")]
    private static partial Regex Line();
}
