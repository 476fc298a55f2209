using System.Net;
using System.Text.RegularExpressions;
using InterviewPrep.Tests.Support;

namespace InterviewPrep.Tests.Security;

/// <summary>Looks in a page for a text that was sent to it.</summary>
internal static partial class ShownText
{
    /// <summary>Whether an answer says that something is wrong.</summary>
    public static bool Refuses(Answer answer) => (int)answer.Status >= 400 || Refusal().IsMatch(answer.Text);

    /// <summary>Whether a text stands in a page as it was sent, and so could act.</summary>
    public static bool IsMarkup(Answer answer, Answer before, string text)
    {
        if (answer.Response.Content.Headers.ContentType?.MediaType != "text/html" || text.Length <= 3 || !text.AsSpan().ContainsAny("<>\"'") || before.Text.Contains(text, StringComparison.Ordinal)) return false;
        var page = answer.Text;
        for (var at = page.IndexOf(text, StringComparison.Ordinal); at >= 0; at = page.IndexOf(text, at + 1, StringComparison.Ordinal))
        {
            if (!IsQuotedByThePage(page, at, text)) return true;
        }
        return false;
    }

    // A text that only begins or ends with a quote looks like one without it in an attribute: value="…".
    private static bool IsQuotedByThePage(string page, int at, string text) =>
        !text.Trim('"').AsSpan().ContainsAny("<>\"'") && (text[0] != '"' || page[at - 1] == '=') && (text[^1] != '"' || page[at + text.Length] is ' ' or '>');

    /// <summary>Whether somebody can read a text on a page.</summary>
    public static bool Shows(Answer answer, string text) => Shown(answer).Contains(Folded(text), StringComparison.Ordinal);

    // All that somebody can read on a page, in text and in fields.
    private static string Shown(Answer answer) => Folded(WebUtility.HtmlDecode(answer.Text));

    // U+0000 cannot come through a form; U+0001 stands for it.
    private static string Folded(string text) => Space().Replace(text, "").Replace('\0', '\u0001');

    [GeneratedRegex("role=\"alert\"|class=\"(?:[^\"]* )?(?:problems?|error)[ \"]")]
    private static partial Regex Refusal();

    [GeneratedRegex("\\s+")]
    private static partial Regex Space();
}
