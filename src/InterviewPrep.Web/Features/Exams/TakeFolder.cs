using InterviewPrep.Web.Site;
using Microsoft.Extensions.Options;

namespace InterviewPrep.Web.Features.Exams;

/// <summary>Keeps recordings as files in the data folder, by the id of their row.</summary>
public sealed class TakeFolder(IOptions<DataOptions> data)
{
    private string Root => Path.Combine(Path.GetFullPath(data.Value.Folder), DataOptions.Recordings);

    public string PathOf(Guid id) => Path.Combine(Root, id.ToString("N")[^2..], id.ToString("N"));

    /// <summary>Writes a slice behind the bytes that are certain, and whatever half of a slice stood there is gone.</summary>
    public async Task WriteAsync(Guid id, int at, ReadOnlyMemory<byte> slice, CancellationToken ct)
    {
        var path = PathOf(id);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite);
        file.SetLength(at);
        file.Seek(at, SeekOrigin.Begin);
        await file.WriteAsync(slice, ct);
        // The page forgets its slice once this is answered.
        file.Flush(flushToDisk: true);
    }

    /// <summary>Ids of the files that were last written before an instant.</summary>
    public IReadOnlyList<Guid> WrittenBefore(DateTimeOffset limit)
    {
        var folder = new DirectoryInfo(Root);
        return !folder.Exists ? [] : [.. folder.EnumerateFiles("*", SearchOption.AllDirectories).Where(f => f.LastWriteTimeUtc < limit)
            .Select(f => Guid.TryParseExact(f.Name, "N", out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty)];
    }

    /// <summary>Removes the file where it is there.</summary>
    public void Delete(Guid id)
    {
        if (File.Exists(PathOf(id))) File.Delete(PathOf(id));
    }
}
