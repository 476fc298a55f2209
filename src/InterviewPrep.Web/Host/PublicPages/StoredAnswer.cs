using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace InterviewPrep.Web.Host.PublicPages;

/// <summary>A page or script as it goes over the wire, plain and compressed.</summary>
public sealed class StoredAnswer
{
    private const int TagBytes = 12;

    private readonly string contentType;
    private readonly Form plain, brotli, gzip;

    private sealed record Form(string? Encoding, byte[] Bytes, string ETag);

    public StoredAnswer(byte[] text, string contentType)
    {
        this.contentType = contentType;
        var tag = Convert.ToHexStringLower(SHA256.HashData(text).AsSpan(0, TagBytes));
        plain = new Form(null, text, $"\"{tag}\"");
        brotli = new Form("br", Compress(text, s => new BrotliStream(s, CompressionLevel.Optimal)), $"\"{tag}-br\"");
        gzip = new Form("gzip", Compress(text, s => new GZipStream(s, CompressionLevel.Optimal)), $"\"{tag}-gzip\"");
    }

    /// <summary>Bytes that all forms take together.</summary>
    public int Size => plain.Bytes.Length + brotli.Bytes.Length + gzip.Bytes.Length;

    /// <summary>Answers with it, or with 304 where the browser has it.</summary>
    public Task WriteAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        var form = Accepted(request.Headers.AcceptEncoding.ToString());
        var headers = response.Headers;
        headers.ETag = form.ETag;
        if (request.Headers.IfNoneMatch.ToString().Contains(form.ETag, StringComparison.Ordinal))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        response.ContentType = contentType;
        response.ContentLength = form.Bytes.Length;
        if (form.Encoding is { } encoding) headers.ContentEncoding = encoding;
        return HttpMethods.IsHead(request.Method) ? Task.CompletedTask : response.Body.WriteAsync(form.Bytes, 0, form.Bytes.Length, context.RequestAborted);
    }

    private Form Accepted(string accepted)
    {
        if (accepted.Length == 0) return plain;
        if (!StringWithQualityHeaderValue.TryParseList([accepted], out var encodings)) return plain;
        bool Takes(string name) => encodings.Any(e => e.Value.Equals(name, StringComparison.OrdinalIgnoreCase) && e.Quality is not 0);
        return Takes("br") ? brotli : Takes("gzip") ? gzip : plain;
    }

    private static byte[] Compress(byte[] text, Func<Stream, Stream> by)
    {
        using var compressed = new MemoryStream();
        using (var stream = by(compressed)) stream.Write(text);
        return compressed.ToArray();
    }
}
