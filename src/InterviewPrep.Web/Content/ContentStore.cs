using InterviewPrep.Web.Content.Coaching;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Content;

/// <summary>
/// Holds the content that is served. A reading with problems never replaces a good one: the last good content stays,
/// also across a restart, by a copy in the data folder.
/// </summary>
public sealed class ContentStore(string folder, string lastGoodFolder)
{
    /// <summary>The files that content consists of: texts, drawings beside questions, what the coach has learned and how well it does.</summary>
    private static readonly string[] Kinds = ["*.md", "*.svg", "*" + ModelFile.Ending, CoachFigures.File];

    private volatile LoadedContent served = new(ContentLibrary.Empty, []);

    /// <summary>What is served now.</summary>
    public ContentLibrary Library => served.Library;

    /// <summary>What is wrong with the files as they stand; empty where they are what is served.</summary>
    public IReadOnlyList<ContentProblem> Problems => served.Problems;

    /// <summary>Why the last good content could not be copied into the data folder; null where it was.</summary>
    public string? CopyProblem { get; private set; }

    /// <summary>
    /// Differs wherever a file was added, removed or written, also where the folder itself was replaced, by a copy, a move or a link: it is
    /// looked up by its path each time.
    /// </summary>
    public string Fingerprint()
    {
        try
        {
            return Sha256.Hex(string.Join('\n', Files(folder).Select(f => new FileInfo(f)).Select(f => $"{f.FullName}|{f.Length}|{f.LastWriteTimeUtc.Ticks}").Order(StringComparer.Ordinal)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "unreadable"; // it is gone, or just being replaced
        }
    }

    /// <summary>Reads the files again.</summary>
    /// <returns>True where they were good and are served now.</returns>
    public bool Reload()
    {
        var loaded = ContentLoader.Load(folder);
        if (loaded.Problems.Count == 0)
        {
            served = loaded;
            KeepLastGood();
            return true;
        }
        var library = served.Library;
        if (ReferenceEquals(library, ContentLibrary.Empty) && Directory.Exists(lastGoodFolder))
            library = ContentLoader.Load(lastGoodFolder) is { Problems.Count: 0 } lastGood ? lastGood.Library : library;
        served = loaded with { Library = library };
        return false;
    }

    // Good content is served whether or not it could be copied.
    private void KeepLastGood()
    {
        try
        {
            CopyToLastGood();
            CopyProblem = null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            CopyProblem = e.Message;
        }
    }

    // Into a new folder first and then swapped, so that a crash leaves either copy whole. A copy keeps the time of its file, so that one look tells whether anything is new.
    private void CopyToLastGood()
    {
        if (States(folder).SetEquals(States(lastGoodFolder))) return;
        var next = lastGoodFolder + ".next";
        if (Directory.Exists(next)) Directory.Delete(next, recursive: true);
        foreach (var file in Files(folder))
        {
            var copy = Path.Combine(next, Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.WriteAllBytes(copy, File.ReadAllBytes(file)); // a copy of its own, with this program's mode
            File.SetLastWriteTimeUtc(copy, File.GetLastWriteTimeUtc(file));
        }
        if (Directory.Exists(lastGoodFolder)) Directory.Delete(lastGoodFolder, recursive: true);
        if (Directory.Exists(next)) Directory.Move(next, lastGoodFolder);
    }

    private static IEnumerable<string> Files(string root) =>
        Directory.Exists(root) ? Kinds.SelectMany(kind => Directory.EnumerateFiles(root, kind, SearchOption.AllDirectories)) : [];

    private static HashSet<(string Name, long Length, DateTime Written)> States(string root) =>
        [.. Files(root).Select(f => new FileInfo(f)).Select(f => (Path.GetRelativePath(root, f.FullName), f.Length, f.LastWriteTimeUtc))];
}
