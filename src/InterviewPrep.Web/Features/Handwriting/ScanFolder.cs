using InterviewPrep.Web.Site;
using Microsoft.Extensions.Options;

namespace InterviewPrep.Web.Features.Handwriting;

/// <summary>Keeps the pictures as files in the data folder, by the id of their row.</summary>
public sealed class ScanFolder(IOptions<DataOptions> data)
{
    /// <summary>Where the pictures lie in the data folder.</summary>
    public const string Name = DataOptions.Scans;

    /// <summary>The path of a picture in the data folder, with slashes.</summary>
    public static string NameOf(Guid id) => $"{Name}/{id.ToString("N")[^2..]}/{id:N}.jpg";

    public string PathOf(Guid id) => Path.Combine(Path.GetFullPath(data.Value.Folder), NameOf(id));

    /// <summary>Writes the file whole or not at all.</summary>
    public async Task WriteAsync(Guid id, byte[] jpeg, CancellationToken ct)
    {
        var path = PathOf(id);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // A name of its own: the same page may be turned twice at once.
        var written = $"{path}.{Guid.NewGuid():N}";
        await File.WriteAllBytesAsync(written, jpeg, ct);
        File.Move(written, path, overwrite: true);
    }

    /// <summary>Ids of the pictures that were written before an instant.</summary>
    public IReadOnlyList<Guid> WrittenBefore(DateTimeOffset limit)
    {
        var scans = new DirectoryInfo(Path.Combine(Path.GetFullPath(data.Value.Folder), Name));
        return !scans.Exists ? [] : [.. scans.EnumerateFiles("*.jpg", SearchOption.AllDirectories).Where(f => f.LastWriteTimeUtc < limit)
            .Select(f => Guid.TryParseExact(Path.GetFileNameWithoutExtension(f.Name), "N", out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty)];
    }

    /// <summary>Removes the file where it is there.</summary>
    public void Delete(Guid id)
    {
        if (File.Exists(PathOf(id))) File.Delete(PathOf(id));
    }
}
