using System.Text.Json;

namespace InterviewPrep.Web.Host.Backups;

/// <summary>A file of a backup.</summary>
/// <param name="Name">Path in the archive, with slashes.</param>
/// <param name="Sha256">Of its content, hexadecimal.</param>
public sealed record BackupEntry(string Name, long Bytes, string Sha256);

/// <summary>What a backup says of itself. What is not listed here does not belong to it.</summary>
/// <param name="Schema">The last migration of its database.</param>
/// <param name="Counts">How many of what people know are in it.</param>
public sealed record BackupManifest(int Format, DateTimeOffset MadeAt, string Schema, IReadOnlyDictionary<string, int> Counts, IReadOnlyList<BackupEntry> Files)
{
    public const int CurrentFormat = 1;

    /// <summary>Names in the archive: the manifest, and the data folder with the database in it. Unpacked by hand they are a data folder too.</summary>
    public const string EntryName = "manifest.json", Folder = "data/", Database = Folder + DataFiles.Database;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, MaxDepth = 8 };

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <summary>Reads a manifest and looks whether it makes sense; null where it does not.</summary>
    public static BackupManifest? Read(byte[] json)
    {
        try
        {
            return JsonSerializer.Deserialize<BackupManifest>(json, Json) is { Schema: not null, Counts: not null, Files: not null } manifest
                && manifest.Files.All(f => f is { Name: not null, Sha256: not null, Bytes: >= 0 }) ? manifest : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether a name leads to a place in the data folder, and nowhere else.</summary>
    public static bool IsSafe(string name) =>
        name.StartsWith(Folder, StringComparison.Ordinal)
        && name.Split('/').All(s => s is not ("" or "." or "..") && s.IndexOfAny(Path.GetInvalidFileNameChars()) < 0)
        && !DataFiles.IsBesideDatabase(name[Folder.Length..]);
}
