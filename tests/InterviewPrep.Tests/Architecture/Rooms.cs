using System.Text.RegularExpressions;
using InterviewPrep.Tests.Support;

namespace InterviewPrep.Tests.Architecture;

/// <summary>The rooms of the house in their order, as docs/architecture.md draws them: the lowest line of the picture is the lowest room.</summary>
public static partial class Rooms
{
    public static readonly string Source = Path.Combine(Repository.Root, "src", "InterviewPrep.Web");

    /// <summary>Folders below <see cref="Source"/>, from the bottom to the top. One that holds others stands for its own files.</summary>
    public static IReadOnlyList<string> Order { get; } = Read(File.ReadAllText(Path.Combine(Repository.Root, "docs", "architecture.md")));

    /// <summary>The place in the order of a file or folder, by its path below <see cref="Source"/> with slashes; -1 where no room holds it.</summary>
    public static int Of(string path)
    {
        for (var i = 0; i < Order.Count; i++)
        {
            var room = Order[i];
            if (path == room || (Order.Any(o => o.StartsWith(room + "/", StringComparison.Ordinal)) ? FolderOf(path) == room : path.StartsWith(room + "/", StringComparison.Ordinal))) return i;
        }
        return -1;
    }

    /// <summary>A file's path below <see cref="Source"/>, with slashes.</summary>
    public static string PathOf(string file) => Path.GetRelativePath(Source, file).Replace(Path.DirectorySeparatorChar, '/');

    private static string FolderOf(string path) => path.LastIndexOf('/') is > 0 and var end ? path[..end] : "";

    private static List<string> Read(string page) =>
        [.. Picture().Match(page).Groups[1].Value.Split('\n').Select(l => l.Trim().Split(' ', 2)[0]).Where(w => w.Length > 0).Reverse()];

    [GeneratedRegex("```rooms\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Picture();
}
