using InterviewPrep.Web.Data;
using InterviewPrep.Web.Data.Sqlite;
using InterviewPrep.Web.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InterviewPrep.Web.Host.Backups;

/// <summary>Puts a backup into a data folder that is new or empty, all of it or nothing.</summary>
public sealed class BackupRestorer(AppDb db, IOptions<DataOptions> data)
{
    private const string Unfinished = ".restoring-";

    private readonly string folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(data.Value.Folder));

    /// <param name="tell">Is told what is being done.</param>
    public async Task<BackupManifest> RestoreAsync(string file, Action<string> tell, CancellationToken ct)
    {
        Allow();
        using var archive = BackupArchive.Open(file);
        await using (var none = SqliteFile.Make(":memory:", db)) RefuseNewer(file, [archive.Manifest.Schema], none);
        await db.AllowTakingAsync(ct);
        // A folder that is there keeps its owner, its rights and its place on a disk of its own, so the work is done in it; else beside it.
        var isThere = Directory.Exists(folder);
        var place = isThere ? Path.Combine(folder, Unfinished) : folder + Unfinished;
        AllowSize(archive.Manifest, Path.GetDirectoryName(place)!);
        using var work = new PrivateFolder(place);
        await UnpackAsync(archive, file, work, tell, ct);
        tell("putting it in its place");
        if (await db.TakeAsync(work[DataFiles.Database], ct)) File.Delete(work[DataFiles.Database]);
        if (!isThere) Directory.Move(work.Path, folder);
        else MoveUp(work.Path);
        return archive.Manifest;
    }

    /// <summary>Rehearses a restore: unpacks and checks all of it in a temporary folder, and leaves nothing. The site may be running.</summary>
    public async Task<BackupManifest> CheckAsync(string file, Action<string> tell, CancellationToken ct)
    {
        using var archive = BackupArchive.Open(file);
        await using (var none = SqliteFile.Make(":memory:", db)) RefuseNewer(file, [archive.Manifest.Schema], none);
        AllowSize(archive.Manifest, Path.GetTempPath());
        using var work = new PrivateFolder(Path.Combine(Path.GetTempPath(), "restore-check-"));
        await UnpackAsync(archive, file, work, tell, ct);
        return archive.Manifest;
    }

    private async Task UnpackAsync(BackupArchive archive, string file, PrivateFolder work, Action<string> tell, CancellationToken ct)
    {
        tell($"unpacking {archive.Manifest.Files.Count} files");
        await archive.UnpackAsync(work.Path, ct);
        tell("checking the database");
        await MakeReadyAsync(work[DataFiles.Database], file, archive.Manifest, ct);
    }

    private void Allow()
    {
        if (Directory.Exists(folder)) RefuseAnythingBut([]);
        else if (!Directory.Exists(Path.GetDirectoryName(folder))) throw new OperatorException($"there is no folder {Path.GetDirectoryName(folder)} to make {Path.GetFileName(folder)} in");
    }

    private void RefuseAnythingBut(string[] own)
    {
        var names = Directory.EnumerateFileSystemEntries(folder).Select(e => Path.GetFileName(e)).Where(n => !own.Contains(n) && n != DataFolder.LockName).Order(StringComparer.Ordinal).ToList();
        if (names.Count == 0) return;
        var what = names.TrueForAll(n => n.StartsWith(Unfinished, StringComparison.Ordinal)) ? "what a restore has left that was broken off; remove it"
            : names.Contains(DataFiles.Database) ? "a site's database, perhaps in use" : "something";
        throw new OperatorException($"{folder} is not empty: {what} ({string.Join(", ", names.Take(3))}{(names.Count > 3 ? ", …" : "")}). A backup goes into a new or empty folder");
    }

    private static void AllowSize(BackupManifest manifest, string place)
    {
        // Summed as decimals, so that sizes in a forged manifest cannot overflow.
        var (needed, free) = (manifest.Files.Sum(f => (decimal)f.Bytes), new DriveInfo(place).AvailableFreeSpace);
        if (needed > free) throw new OperatorException($"too little room in {place}: {needed / 1_000_000:N0} MB are needed, {free / 1_000_000:N0} MB are free");
    }

    // An older schema is as good: the next start brings it up to date.
    private async Task MakeReadyAsync(string database, string file, BackupManifest manifest, CancellationToken ct)
    {
        await using var copy = SqliteFile.Open(database, db);
        var applied = await copy.FindMigrationsAsync(ct);
        if (applied is not [.., var last] || last != manifest.Schema) throw new OperatorException($"{file} is damaged: its database is not of the schema that it names");
        RefuseNewer(file, applied, copy);
        // Before anything is changed in it: a trigger would run.
        if (await SqliteSchema.FindStrangerAsync(copy, manifest.Schema, ct) is { } stranger) throw new OperatorException($"{file} was changed by something else than this program: {stranger}");
        if (await copy.FindDamageAsync(ct) is { } damage) throw new OperatorException($"{file} is damaged: its database: {damage}");
        if (applied.Count == copy.Database.GetMigrations().Count() && await RowCheck.FindAsync(copy, ct) is { } row) throw new OperatorException($"{file} holds what this program does not write: {row}");
        // All sessions end, because some were signed out after the backup.
        await copy.AccountSessions.ExecuteDeleteAsync(ct);
        await copy.WriteAheadAsync(ct);
    }

    private static void RefuseNewer(string file, IEnumerable<string> schema, SqliteAppDb known)
    {
        if (schema.Except(known.Database.GetMigrations()).FirstOrDefault() is { } unknown)
            throw new OperatorException($"{file} was made by a newer version of this program (it has {unknown}): restore it with that version or a later one");
    }

    // The database is moved last, so that an interrupted restore is not taken for a site's data folder.
    private void MoveUp(string work)
    {
        RefuseAnythingBut([Path.GetFileName(work)]);
        foreach (var inner in Directory.EnumerateFileSystemEntries(work).Where(e => Path.GetFileName(e) != DataFiles.Database))
            Directory.Move(inner, Path.Combine(folder, Path.GetFileName(inner)));
        if (File.Exists(Path.Combine(work, DataFiles.Database))) File.Move(Path.Combine(work, DataFiles.Database), Path.Combine(folder, DataFiles.Database), overwrite: false);
    }
}
