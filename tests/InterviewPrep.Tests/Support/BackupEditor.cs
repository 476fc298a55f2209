using System.IO.Compression;
using System.Security.Cryptography;
using InterviewPrep.Web.Host.Backups;
using Microsoft.Data.Sqlite;

namespace InterviewPrep.Tests.Support;

/// <summary>Opens a backup, lets a test do harm to it, and packs it again with a manifest that vouches for all of it.</summary>
internal sealed class BackupEditor
{
    public sealed record Part(string Name, byte[] Bytes, int Attributes = 0);

    private BackupEditor(BackupManifest manifest, List<Part> parts) => (Manifest, Parts) = (manifest, parts);

    public BackupManifest Manifest { get; set; }

    public List<Part> Parts { get; }

    public static BackupEditor Open(string file)
    {
        using var zip = ZipFile.OpenRead(file);
        var parts = zip.Entries.Select(e => new Part(e.FullName, Read(e), e.ExternalAttributes)).ToList();
        var manifest = BackupManifest.Read(parts.Single(p => p.Name == BackupManifest.EntryName).Bytes)!;
        parts.RemoveAll(p => p.Name == BackupManifest.EntryName);
        return new BackupEditor(manifest, parts);
    }

    /// <summary>Adds a file, to the archive and to the manifest.</summary>
    public void Add(string name, byte[] bytes, int attributes = 0) => Put(new Part(name, bytes, attributes));

    /// <summary>Changes the database, and vouches for it as it is then.</summary>
    public void InDatabase(string sql)
    {
        var file = Path.GetTempFileName();
        File.WriteAllBytes(file, Parts.Single(p => p.Name == BackupManifest.Database).Bytes);
        using (var connection = new SqliteConnection($"Data Source={file};Pooling=False;Foreign Keys=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
        Put(new Part(BackupManifest.Database, File.ReadAllBytes(file)));
        File.Delete(file);
    }

    public void Save(string file)
    {
        using var zip = ZipFile.Open(file, ZipArchiveMode.Create);
        foreach (var part in Parts) Write(zip, part);
        var json = Manifest.ToJson();
        Write(zip, new Part(BackupManifest.EntryName, json));
        zip.Comment = BackupArchive.Seal(json);
    }

    private void Put(Part part)
    {
        Parts.RemoveAll(p => p.Name == part.Name);
        Parts.Add(part);
        Manifest = Manifest with { Files = [.. Manifest.Files.Where(f => f.Name != part.Name), new BackupEntry(part.Name, part.Bytes.Length, Convert.ToHexStringLower(SHA256.HashData(part.Bytes)))] };
    }

    private static void Write(ZipArchive zip, Part part)
    {
        var entry = zip.CreateEntry(part.Name, CompressionLevel.Fastest);
        entry.ExternalAttributes = part.Attributes;
        using var stream = entry.Open();
        stream.Write(part.Bytes);
    }

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
