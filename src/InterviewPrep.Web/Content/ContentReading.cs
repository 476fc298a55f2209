using System.Text;

namespace InterviewPrep.Web.Content;

/// <summary>One reading of a content folder: what is wrong so far, and where each part stands.</summary>
internal sealed class ContentReading(string folder)
{
    public List<ContentProblem> Problems { get; } = [];

    public SourceMap Sources { get; } = new();

    /// <summary>The drawings of all questions, by hash.</summary>
    public Dictionary<string, Drawing> Drawings { get; } = [];

    public bool Has(string file) => File.Exists(Path.Combine(folder, file));

    /// <summary>The text of a file below the folder, line ends as <c>\n</c>; null, with a problem, where it is not UTF-8.</summary>
    public string? TextOf(string file)
    {
        try
        {
            var bytes = File.ReadAllBytes(Path.Combine(folder, file));
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF').ReplaceLineEndings("\n");
        }
        catch (DecoderFallbackException)
        {
            Problems.Add(new ContentProblem(file, 1, "the file is not UTF-8"));
            return null;
        }
    }
}

/// <summary>Remembers where the parts of the content stand, so that what is found wrong later has its file and line.</summary>
internal sealed class SourceMap
{
    private readonly Dictionary<object, (SourceFile File, IReadOnlyList<int> Lines)> places = new(ReferenceEqualityComparer.Instance);

    /// <param name="lines">The line of the part, or of each of its paragraphs.</param>
    public void Keep(object part, SourceFile file, IReadOnlyList<int> lines) => places[part] = (file, lines);

    /// <summary>A part has become another object; it stands where it stood.</summary>
    public void Replace(object part, object by) => places[by] = places[part];

    public string FileOf(object part) => places[part].File.File;

    /// <summary>A problem at the line where a part stands.</summary>
    /// <param name="paragraph">Which paragraph of the part, from 0.</param>
    public ContentProblem Problem(object part, string message, int paragraph = 0)
    {
        var (file, lines) = places[part];
        return new ContentProblem(file.File, lines.Count == 0 ? 1 : lines[Math.Min(paragraph, lines.Count - 1)], message);
    }
}
