using System.Text;
using System.Text.RegularExpressions;

namespace InterviewPrep.Web.Content;

/// <summary>A stretch of a text that makes a scoring point, or a fault of a weak answer.</summary>
/// <param name="Id">Id of the point, or <c>fault.*</c>.</param>
/// <param name="Start">UTF-16 offset into the plain text.</param>
/// <param name="Length">Length in UTF-16 units.</param>
/// <param name="Note">For a fault, what is wrong; else null.</param>
public sealed record Mark(string Id, int Start, int Length, string? Note = null);

/// <summary>Plain text with marked stretches; paragraphs are separated by one blank line.</summary>
public sealed partial record MarkedText(string Text, IReadOnlyList<Mark> Marks)
{
    /// <summary>Shortest and longest marked stretch, in characters.</summary>
    public const int ShortestMark = 4, LongestMark = 60;

    /// <summary>Reads paragraphs in which marks are written as links to an id: <c>[words](attitude.thank)</c>.</summary>
    public static MarkedText Parse(Body body, ProblemList problems)
    {
        var text = new StringBuilder();
        var marks = new List<Mark>();
        var lines = new List<int>();
        foreach (var (paragraph, line) in body.Paragraphs())
        {
            if (text.Length > 0) text.Append("\n\n");
            lines.Add(line);
            var at = 0;
            foreach (Match m in MarkSyntax().Matches(paragraph))
            {
                text.Append(paragraph, at, m.Index - at);
                var words = m.Groups["words"].Value;
                if (words.Length is < ShortestMark or > LongestMark)
                    problems.Add(line, $"the stretch “{words}” has {words.Length} characters; {ShortestMark} to {LongestMark} are allowed");
                marks.Add(new Mark(m.Groups["id"].Value, text.Length, words.Length, m.Groups["note"] is { Success: true } note ? note.Value : null));
                text.Append(words);
                at = m.Index + m.Length;
            }
            text.Append(paragraph, at, paragraph.Length - at);
            if (StrayMarkup().Match(MarkSyntax().Replace(paragraph, "")) is { Success: true } stray)
                problems.Add(line, $"“{stray.Value}” is markup; an answer is plain text with marks");
        }
        return problems.Keep(new MarkedText(text.ToString(), marks), lines);
    }

    /// <summary>Cuts the text into runs, each plain or marked, in order; paragraphs stay in the text as blank lines.</summary>
    public IEnumerable<(string Text, Mark? Mark)> Runs()
    {
        var at = 0;
        foreach (var mark in Marks.OrderBy(m => m.Start))
        {
            // Found stretches may overlap; the first of them is shown.
            if (mark.Start < at) continue;
            if (mark.Start > at) yield return (Text[at..mark.Start], null);
            yield return (Text.Substring(mark.Start, mark.Length), mark);
            at = mark.Start + mark.Length;
        }
        if (at < Text.Length) yield return (Text[at..], null);
    }

    [GeneratedRegex("""\[(?<words>[^\[\]]+)\]\((?<id>[a-z]+\.[a-z]+)(?: "(?<note>[^"]*)")?\)""")]
    private static partial Regex MarkSyntax();

    [GeneratedRegex(@"\]\(|\*\*|^#+ |^> |^- |^\d+\. |`|<[a-z/]")]
    private static partial Regex StrayMarkup();
}
