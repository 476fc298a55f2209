namespace InterviewPrep.Web.Content;

/// <summary>Something wrong in a content file, as it is listed for its author.</summary>
/// <param name="File">Path below the content folder, with forward slashes.</param>
/// <param name="Line">Line counted from 1; 1 where the whole file is meant.</param>
/// <param name="Message">What is wrong, in one line.</param>
public sealed record ContentProblem(string File, int Line, string Message)
{
    public override string ToString() => $"{File}:{Line}: {Message}";
}

/// <summary>One content file as read from disk.</summary>
/// <param name="File">Path below the content folder, with forward slashes.</param>
/// <param name="Text">The whole text, line ends as <c>\n</c>.</param>
public sealed record SourceFile(string File, string Text)
{
    /// <summary>The file's name without extension.</summary>
    public string Slug { get; } = Path.GetFileNameWithoutExtension(File);

    /// <summary>The name of the folder that the file stands in.</summary>
    public string Folder { get; } = Path.GetFileName(Path.GetDirectoryName(File) ?? "");
}

/// <summary>Collects the problems of one file, and where its parts stand.</summary>
public sealed class ProblemList(SourceFile file, ICollection<ContentProblem> all)
{
    private readonly SourceMap? sources;

    internal ProblemList(SourceFile file, ContentReading reading) : this(file, reading.Problems) => sources = reading.Sources;

    public void Add(int line, string message) => all.Add(new ContentProblem(file.File, line, message));

    /// <summary>Remembers where a part of the file stands.</summary>
    /// <param name="lines">The part's line, or the line of each of its paragraphs.</param>
    public T Keep<T>(T part, params IReadOnlyList<int> lines) where T : class
    {
        sources?.Keep(part, file, lines);
        return part;
    }
}
