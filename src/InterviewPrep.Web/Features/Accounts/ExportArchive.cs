using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>The ZIP in which a person's data are given out.</summary>
public sealed class ExportArchive(ZipArchive zip)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task AddJsonAsync<T>(string name, T value, CancellationToken ct)
    {
        await using var stream = await zip.CreateEntry(name).OpenAsync(ct);
        await JsonSerializer.SerializeAsync(stream, value, Options, ct);
    }

    public async Task AddTextAsync(string name, string text, CancellationToken ct)
    {
        await using var stream = await zip.CreateEntry(name).OpenAsync(ct);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text), ct);
    }

    /// <summary>Adds something as it stands, such as a picture.</summary>
    public async Task AddFileAsync(string name, string path, CancellationToken ct)
    {
        if (!File.Exists(path)) return;
        await using var from = File.OpenRead(path);
        await using var stream = await zip.CreateEntry(name, CompressionLevel.NoCompression).OpenAsync(ct);
        await from.CopyToAsync(stream, ct);
    }
}
