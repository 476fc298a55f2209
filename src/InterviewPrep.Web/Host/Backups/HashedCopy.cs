using System.Security.Cryptography;

namespace InterviewPrep.Web.Host.Backups;

/// <summary>Copies bytes and hashes them on the way.</summary>
internal static class HashedCopy
{
    private const int BufferLength = 128 * 1024;

    /// <param name="most">So many bytes are expected; a stream that has more is refused as soon as it shows.</param>
    /// <returns>How many bytes, and their SHA-256.</returns>
    public static async Task<(long Bytes, string Sha256)> RunAsync(Stream from, Stream to, long most, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (buffer, bytes) = (new byte[BufferLength], 0L);
        while (await from.ReadAsync(buffer, ct) is > 0 and var read)
        {
            if ((bytes += read) > most) throw new InvalidDataException("more bytes than were announced");
            hash.AppendData(buffer, 0, read);
            await to.WriteAsync(buffer.AsMemory(0, read), ct);
        }
        return (bytes, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>A new file that only its owner may read.</summary>
    public static FileStream NewFile(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }
}
