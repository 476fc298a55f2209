using InterviewPrep.Web.Site;
using Microsoft.Extensions.Options;

namespace InterviewPrep.Web.Data;

/// <summary>
/// The folder in which the site keeps what it must not lose: made where it is missing, closed to other accounts of the machine, and used by
/// one process at a time where the database lies in it.
/// </summary>
public sealed partial class DataFolder(IOptions<DataOptions> data, IOptions<DatabaseOptions> database, ILogger<DataFolder> logger) : IDisposable
{
    /// <summary>Name of the file that is locked while a process uses the folder. It stays behind, and means nothing by itself.</summary>
    public const string LockName = "site.lock";

    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    // What the program has made, perhaps in an earlier version; whatever else lies in the folder is left alone.
    private static readonly string[] OwnFiles = [LockName, DataOptions.DatabaseName, DataOptions.DatabaseName + "-wal", DataOptions.DatabaseName + "-shm"];

    private static readonly string[] OwnFolders = [DataOptions.Scans, DataOptions.LastGoodContent];

    private readonly string folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(data.Value.Folder));
    private FileStream? held;

    /// <summary>Makes the folder ready for a process that writes in it.</summary>
    /// <exception cref="OperatorException">The folder cannot be written, or another process uses it.</exception>
    public void Open()
    {
        if (held is not null) return;
        try
        {
            Make(folder);
            if (!database.Value.IsPostgres) Hold();
            TryWriting();
            CloseToOthers();
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            var isFull = e is IOException { HResult: AppDb.NoSpaceLeft };
            throw new OperatorException(isFull ? $"Data__Folder {folder}: no space is left on the disk"
                : $"Data__Folder {folder} cannot be written by {Environment.UserName}: {e.Message}", e);
        }
    }

    /// <summary>Makes a folder that no other account of the machine may enter: what people wrote lies there, and the keys of their sessions.</summary>
    internal static void Make(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, Owner);
    }

    public void Dispose() => held?.Dispose();

    // Two processes with one SQLite file would each keep figures, content and limits of their own in memory.
    private void Hold()
    {
        var path = Path.Combine(folder, LockName);
        try
        {
            held = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
        }
        catch (IOException e) when (File.Exists(path) && e.HResult != AppDb.NoSpaceLeft)
        {
            throw new OperatorException($"Data__Folder {folder} is in use by another process of this program; stop that one first, or name another folder", e);
        }
    }

    private void TryWriting()
    {
        var probe = Path.Combine(folder, $"write-test-{Guid.NewGuid():N}");
        using var file = new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        file.WriteByte(0);
        file.Flush(flushToDisk: true);
    }

    private void CloseToOthers()
    {
        if (OperatingSystem.IsWindows()) return;
        foreach (var file in OwnFiles.Select(f => Path.Combine(folder, f)).Where(File.Exists))
        {
            if ((File.GetUnixFileMode(file) & Others) != 0) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
        foreach (var inner in OwnFolders.Select(f => Path.Combine(folder, f)).Where(Directory.Exists))
        {
            if ((File.GetUnixFileMode(inner) & Others) != 0) File.SetUnixFileMode(inner, Owner);
        }
        var mode = File.GetUnixFileMode(folder);
        if ((mode & Others) != 0) LogOpen(folder, Convert.ToString((int)mode, 8));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Data__Folder {Folder} is open to other accounts of this machine (mode {Mode}); close it: chmod 700 {Folder}")]
    private partial void LogOpen(string folder, string mode);
}
