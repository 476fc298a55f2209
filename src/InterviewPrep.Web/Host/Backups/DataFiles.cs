using System.IO.Enumeration;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Handwriting;
using InterviewPrep.Web.Site;

namespace InterviewPrep.Web.Host.Backups;

/// <summary>The files of a data folder beside the database, by their paths in it, with slashes.</summary>
public static class DataFiles
{
    public const string Database = DataOptions.DatabaseName;

    // Made anew from content/ whenever that is good; while it is made it has this name.
    private const string HalfMade = DataOptions.LastGoodContent + ".next/";

    // Files that mean something to one run of the site only.
    private static readonly string[] OfOneRun = [DataFolder.LockName];

    private static readonly string[] Endings = ["-wal", "-shm", "-journal"];

    /// <summary>SQLite's own files: they belong to one run of one database, and would change another.</summary>
    public static bool IsBesideDatabase(string path) => Endings.Any(e => string.Equals(path, Database + e, StringComparison.OrdinalIgnoreCase));

    /// <summary>Everything but the database and the pictures, which go by their rows: whatever a feature keeps one day is in the backup without being told.</summary>
    public static IEnumerable<string> Walk(string folder)
    {
        // Hidden files too; a linked folder is part of the folder, so links are followed, but not back up.
        var everything = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0, IgnoreInaccessible = false };
        return new FileSystemEnumerable<string>(folder, (ref FileSystemEntry e) => e.ToFullPath(), everything)
        {
            ShouldIncludePredicate = (ref FileSystemEntry e) => !e.IsDirectory,
            ShouldRecursePredicate = (ref FileSystemEntry e) => !e.Attributes.HasFlag(FileAttributes.ReparsePoint) || !LeadsUp(e.ToFullPath()),
        }
            .Select(f => Path.GetRelativePath(folder, f).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(p => p != Database && !IsBesideDatabase(p) && !OfOneRun.Contains(p) && !p.StartsWith(HalfMade, StringComparison.Ordinal) && !p.StartsWith(ScanFolder.Name + "/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
    }

    // A link to one of its own parent folders would never end.
    private static bool LeadsUp(string link) =>
        Directory.ResolveLinkTarget(link, returnFinalTarget: true) is { } target && link.StartsWith(Path.TrimEndingDirectorySeparator(target.FullName) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
