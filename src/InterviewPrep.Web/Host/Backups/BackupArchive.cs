using System.IO.Compression;
using System.Security.Cryptography;
using InterviewPrep.Web.Site;

namespace InterviewPrep.Web.Host.Backups;

/// <summary>Reads a backup: one ZIP file, of which only what the manifest lists with its hash is used.</summary>
public sealed class BackupArchive : IDisposable
{
    /// <summary>A manifest of half a million files is smaller.</summary>
    private const int LargestManifest = 64 * 1024 * 1024;

    // The file's type in the upper half of a ZIP entry's attributes, as Unix has it; 0 where it was made elsewhere.
    private const int TypeShift = 28, RegularFile = 8;

    private readonly ZipArchive zip;
    private readonly string file;

    private BackupArchive(ZipArchive zip, string file, BackupManifest manifest) => (this.zip, this.file, Manifest) = (zip, file, manifest);

    public BackupManifest Manifest { get; }

    /// <summary>Opens a backup and compares what is in it with its manifest; contents are looked at when they are copied.</summary>
    public static BackupArchive Open(string file)
    {
        if (!File.Exists(file)) throw new OperatorException($"there is no file {file}");
        ZipArchive? zip = null;
        try
        {
            zip = ZipFile.OpenRead(file);
            var manifest = ReadManifest(zip);
            Compare(zip, manifest);
            return new BackupArchive(zip, file, manifest);
        }
        catch (Exception e) when (e is InvalidDataException or NotSupportedException)
        {
            zip?.Dispose();
            throw new OperatorException($"{file} is damaged, or no backup of this program: {e.Message}");
        }
        catch
        {
            zip?.Dispose();
            throw;
        }
    }

    /// <summary>Reads everything and compares it with its hash.</summary>
    public async Task CheckAsync(CancellationToken ct)
    {
        foreach (var entry in Manifest.Files) await CopyAsync(entry, Stream.Null, ct);
    }

    /// <summary>Writes everything into a folder that is empty.</summary>
    public async Task UnpackAsync(string folder, CancellationToken ct)
    {
        foreach (var entry in Manifest.Files)
        {
            var path = Path.Combine(folder, entry.Name[BackupManifest.Folder.Length..]);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using var to = HashedCopy.NewFile(path);
            await CopyAsync(entry, to, ct);
        }
    }

    public void Dispose() => zip.Dispose();

    private async Task CopyAsync(BackupEntry entry, Stream to, CancellationToken ct)
    {
        try
        {
            await using var from = await zip.GetEntry(entry.Name)!.OpenAsync(ct);
            var (bytes, sha256) = await HashedCopy.RunAsync(from, to, entry.Bytes, ct);
            if (bytes != entry.Bytes || !string.Equals(sha256, entry.Sha256, StringComparison.OrdinalIgnoreCase)) throw new InvalidDataException("its content is not what was put in");
        }
        catch (InvalidDataException e)
        {
            throw new OperatorException($"{file} is damaged: {entry.Name}: {e.Message}");
        }
    }

    // The archive's comment holds the manifest's hash, so that a damaged manifest is known too.
    private static BackupManifest ReadManifest(ZipArchive zip)
    {
        var entry = zip.GetEntry(BackupManifest.EntryName) ?? throw new InvalidDataException($"it has no {BackupManifest.EntryName}");
        if (entry.Length > LargestManifest) throw new InvalidDataException($"{BackupManifest.EntryName} is too large");
        var json = new byte[entry.Length];
        using (var stream = entry.Open())
        {
            stream.ReadExactly(json);
            if (stream.ReadByte() >= 0) throw new InvalidDataException($"{BackupManifest.EntryName} is longer than announced");
        }
        if (zip.Comment != Seal(json)) throw new InvalidDataException($"{BackupManifest.EntryName} was changed");
        return BackupManifest.Read(json) ?? throw new InvalidDataException($"{BackupManifest.EntryName} is not what this program writes");
    }

    /// <summary>What the comment of an archive says of its manifest.</summary>
    internal static string Seal(byte[] manifest) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(manifest));

    private static IEnumerable<string> FoldersOf(string name) => name.Select((c, i) => c == '/' ? name[..i] : "").Where(f => f.Length > 0);

    private static void Compare(ZipArchive zip, BackupManifest manifest)
    {
        if (manifest.Format != BackupManifest.CurrentFormat) throw new InvalidDataException($"its format is {manifest.Format}, and this program reads {BackupManifest.CurrentFormat}");
        var entries = new Dictionary<string, ZipArchiveEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in zip.Entries.Where(e => e.FullName != BackupManifest.EntryName))
        {
            if (!entries.TryAdd(entry.FullName, entry)) throw new InvalidDataException($"{entry.FullName} is in it twice");
        }
        var folders = manifest.Files.SelectMany(f => FoldersOf(f.Name)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var listed in manifest.Files)
        {
            if (folders.Contains(listed.Name)) throw new InvalidDataException($"{listed.Name} is a file and a folder");
            if (!BackupManifest.IsSafe(listed.Name)) throw new InvalidDataException($"{listed.Name} leads out of the data folder");
            if (!entries.Remove(listed.Name, out var entry) || entry.FullName != listed.Name) throw new InvalidDataException($"{listed.Name} is missing");
            if (entry.ExternalAttributes >>> TypeShift is not (0 or RegularFile)) throw new InvalidDataException($"{listed.Name} is no plain file");
            if (entry.Length != listed.Bytes) throw new InvalidDataException($"{listed.Name} has another size");
        }
        if (entries.Keys.FirstOrDefault() is { } stranger) throw new InvalidDataException($"{stranger} does not belong in it");
        if (manifest.Files.All(f => f.Name != BackupManifest.Database)) throw new InvalidDataException("there is no database in it");
    }
}
