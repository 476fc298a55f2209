using System.IO.Compression;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Data.Sqlite;
using InterviewPrep.Web.Features.Handwriting;
using InterviewPrep.Web.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InterviewPrep.Web.Host.Backups;

/// <summary>
/// Makes one file with everything that the site must not lose, while it runs. The database is copied first, then the pictures that the copy
/// speaks of: a picture is written before its row and removed after it, so each of them is there, or was removed by somebody meanwhile.
/// </summary>
public sealed class BackupWriter(AppDb db, IOptions<DataOptions> data, TimeProvider time)
{
    private const int OwnersOnly = unchecked((int)0x81800000); // a plain file, -rw-------

    private readonly string folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(data.Value.Folder));
    private readonly List<BackupEntry> written = [];

    /// <summary>What a backup is called that lacks pictures: not by its own name, so that nothing takes it for a whole one.</summary>
    public const string Incomplete = ".incomplete";

    private string? missing;

    /// <summary>Writes a backup; it has its name only when it is whole and has been read again.</summary>
    /// <param name="allowMissing">Gives it its name also where pictures are missing.</param>
    /// <param name="tell">Is told what is being done.</param>
    /// <param name="warn">Is told what the backup has to do without.</param>
    /// <exception cref="OperatorException">There is no backup of that name, and why; what there is may stand beside it.</exception>
    public async Task<BackupManifest> WriteAsync(string file, bool allowMissing, Action<string> tell, Action<string> warn, CancellationToken ct)
    {
        await AllowAsync(file, ct);
        using var work = new PrivateFolder(file + ".part-");
        tell("copying the database");
        await db.CopyAsync(work[DataFiles.Database], ct);
        await using var copy = SqliteFile.Open(work[DataFiles.Database], db);
        var manifest = await PackAsync(work, copy, tell, ct);
        tell("reading it again");
        using (var archive = BackupArchive.Open(work["backup.zip"])) await archive.CheckAsync(ct);
        if (missing is not null && !allowMissing)
        {
            File.Move(work["backup.zip"], file + Incomplete, overwrite: true);
            throw new OperatorException($"{missing}. The rest is in {file}{Incomplete}. Where they are lost for good, --allow-missing makes the backup without them");
        }
        File.Move(work["backup.zip"], file, overwrite: false);
        if (missing is not null) warn($"warning: {missing}; the backup is without them");
        return manifest;
    }

    private async Task AllowAsync(string file, CancellationToken ct)
    {
        if (!await db.Database.CanConnectAsync(ct)) throw new OperatorException($"there is no database to open (Data__Folder is {folder})");
        if (Directory.Exists(file)) throw new OperatorException($"{file} is a folder: name a file");
        if (File.Exists(file)) throw new OperatorException($"{file} is there already, and nothing is written over");
        if (!Directory.Exists(Path.GetDirectoryName(file))) throw new OperatorException($"there is no folder {Path.GetDirectoryName(file)}");
        if (file.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)) throw new OperatorException($"{file} lies in the data folder, and would be in the next backup: choose another place");
        await db.RefuseNewerAsync(ct);
    }

    private async Task<BackupManifest> PackAsync(PrivateFolder work, SqliteAppDb copy, Action<string> tell, CancellationToken ct)
    {
        await using var stream = HashedCopy.NewFile(work["backup.zip"]);
        BackupManifest manifest;
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var pages = await copy.ScanPages.Select(p => p.Id).ToListAsync(ct);
            tell($"adding {pages.Count} pictures and what else is in {folder}");
            foreach (var page in pages) await AddAsync(zip, ScanFolder.NameOf(page), ct);
            await ForgetAsync(copy, pages, ct);
            foreach (var path in DataFiles.Walk(folder)) await AddAsync(zip, path, ct);

            tell("checking and packing the database");
            if (await copy.FindDamageAsync(ct) is { } damage) throw new OperatorException($"the database is damaged: {damage}");
            manifest = await DescribeAsync(copy, ct);
            await AddAsync(zip, work[DataFiles.Database], BackupManifest.Database, CompressionLevel.Optimal, ct);
            manifest = manifest with { Files = written };
            var json = manifest.ToJson();
            zip.Comment = BackupArchive.Seal(json);
            await using var entry = await NewEntry(zip, BackupManifest.EntryName, CompressionLevel.Optimal).OpenAsync(ct);
            await entry.WriteAsync(json, ct);
        }
        stream.Flush(flushToDisk: true);
        return manifest;
    }

    // Pictures whose file was gone when its turn came. Where the site has no such page any more, the copy forgets it too.
    private async Task ForgetAsync(SqliteAppDb copy, List<Guid> pages, CancellationToken ct)
    {
        var names = written.Select(w => w.Name).ToHashSet();
        var absent = pages.FindAll(p => !names.Contains(BackupManifest.Folder + ScanFolder.NameOf(p)));
        if (absent.Count == 0) return;
        var standing = await db.ScanPages.Select(p => p.Id).ToHashSetAsync(ct);
        foreach (var id in absent.Where(p => !standing.Contains(p))) await copy.ScanPages.Where(p => p.Id == id).ExecuteDeleteAsync(ct);
        if (absent.FindAll(standing.Contains) is { Count: > 0 } lost) missing = $"{lost.Count} pictures are missing in {folder}, such as {ScanFolder.NameOf(lost[0])}";
    }

    private async Task<BackupManifest> DescribeAsync(SqliteAppDb copy, CancellationToken ct)
    {
        var schema = (await copy.Database.GetAppliedMigrationsAsync(ct)).LastOrDefault() ?? throw new OperatorException($"the database in {folder} is not one of this program");
        var counts = new Dictionary<string, int>
        {
            ["accounts"] = await copy.Users.CountAsync(ct),
            ["drafts"] = await copy.Drafts.CountAsync(ct),
            ["pictures"] = written.Count(w => w.Name.StartsWith($"{BackupManifest.Folder}{ScanFolder.Name}/", StringComparison.Ordinal)),
        };
        return new BackupManifest(BackupManifest.CurrentFormat, time.GetUtcNow(), schema, counts, []);
    }

    // Pictures are compressed already.
    private Task AddAsync(ZipArchive zip, string path, CancellationToken ct) =>
        AddAsync(zip, Path.Combine(folder, path), BackupManifest.Folder + path, Path.GetExtension(path) is ".jpg" ? CompressionLevel.NoCompression : CompressionLevel.Optimal, ct);

    private async Task AddAsync(ZipArchive zip, string path, string name, CompressionLevel level, CancellationToken ct)
    {
        try
        {
            await using var from = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            await using var to = await NewEntry(zip, name, level).OpenAsync(ct);
            var (bytes, sha256) = await HashedCopy.RunAsync(from, to, long.MaxValue, ct);
            written.Add(new BackupEntry(name, bytes, sha256));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            // Removed meanwhile.
        }
    }

    private static ZipArchiveEntry NewEntry(ZipArchive zip, string name, CompressionLevel level)
    {
        var entry = zip.CreateEntry(name, level);
        entry.ExternalAttributes = OwnersOnly;
        return entry;
    }
}
