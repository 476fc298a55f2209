using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>The ZIP in which a person's data are given out.</summary>
public sealed class ExportArchive(ZipArchive zip)
{
    private const int LongestName = 40;

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

    /// <summary>A title as part of a file's name: letters and digits of any script, nothing that a file system minds.</summary>
    public static string FileName(string title)
    {
        var name = string.Concat(title.EnumerateRunes().Select(r => Rune.IsLetterOrDigit(r) ? r.ToString() : "-")).Trim('-');
        return name.Length == 0 ? "-" : Excerpt.Start(name, LongestName);
    }
}
