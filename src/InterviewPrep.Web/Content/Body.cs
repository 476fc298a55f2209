namespace InterviewPrep.Web.Content;

/// <summary>The text behind the front matter, or a part of it, with the line at which it begins in its file.</summary>
public sealed record Body(string Text, int Line)
{
    /// <summary>True where there is nothing but white space.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Text);

    /// <summary>Splits at headings of one level.</summary>
    /// <param name="marker">The heading's beginning, such as <c>"## "</c>.</param>
    /// <returns>What stands before the first heading, then each heading with what follows it.</returns>
    public (Body Before, IReadOnlyList<Section> Sections) Split(string marker)
    {
        var before = new List<string>();
        var sections = new List<(string Heading, int Line, List<string> Text)>();
        var lines = Text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith(marker, StringComparison.Ordinal))
                sections.Add((lines[i][marker.Length..].Trim(), Line + i, []));
            else
                (sections.Count > 0 ? sections[^1].Text : before).Add(lines[i]);
        }
        return (new Body(string.Join('\n', before), Line),
            [.. sections.Select(s => new Section(s.Heading, s.Line, new Body(string.Join('\n', s.Text), s.Line + 1)))]);
    }

    /// <summary>The paragraphs, each with its first line; lines within a paragraph are joined without a space, as Chinese is.</summary>
    public IEnumerable<(string Text, int Line)> Paragraphs()
    {
        var lines = Text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i])) continue;
            var first = i;
            var paragraph = new List<string>();
            while (i < lines.Length && !string.IsNullOrWhiteSpace(lines[i])) paragraph.Add(lines[i++].Trim());
            yield return (string.Concat(paragraph), Line + first);
        }
    }
}

/// <summary>A heading and the text below it.</summary>
/// <param name="Line">The heading's line in its file.</param>
public sealed record Section(string Heading, int Line, Body Body);
