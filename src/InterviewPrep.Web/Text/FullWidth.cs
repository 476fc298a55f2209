using System.Text.RegularExpressions;

namespace InterviewPrep.Web.Text;

/// <summary>Finds half-width punctuation beside Chinese characters, which is a spelling mistake in Chinese text.</summary>
public static partial class FullWidth
{
    /// <summary>The lines, counted from 1, that hold such punctuation, each with what was found.</summary>
    public static IEnumerable<(int Line, string Found)> Problems(string text)
    {
        // Blanked and not removed, so that the lines keep their numbers.
        var prose = Kept().Replace(text, m => Regex.Replace(m.Value, "[^\n]", "\u0001"));
        var line = 1;
        foreach (var row in prose.Split('\n'))
        {
            if (Wrong().Match(row) is { Success: true } wrong) yield return (line, wrong.Value);
            line++;
        }
    }

    // What may hold half-width marks: fences, code, tags, link targets, addresses, flow lists, flow maps and keys of front matter.
    [GeneratedRegex("""```.*?```|`[^`\n]*`|<[^>\n]*>|\]\([a-z.]+(?= ")|\]\([^)\n"]*\)|https?://\S+|(?<=: )\[[^\]\n]*\]|^[ \t]*- \{[^}\n]*\}|^[ \t]*(?:- )?[\w.-]+:(?=\s)""",
        RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Kept();

    [GeneratedRegex("""[\u3400-\u9fff“”《》「」…（）。、][,;:?!]|[,;][\u3400-\u9fff“]|[\u3400-\u9fff]\(|\([\u3400-\u9fff]""")]
    private static partial Regex Wrong();
}
