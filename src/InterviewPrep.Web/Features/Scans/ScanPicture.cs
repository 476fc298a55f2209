using System.Security.Cryptography;
using SkiaSharp;

namespace InterviewPrep.Web.Features.Scans;

/// <summary>
/// A photo of a page, made anew: whatever was sent is decoded and encoded again, upright and of a bounded size, so that no EXIF,
/// no place and no hidden content of another kind comes with it.
/// </summary>
public sealed record ScanPicture(byte[] Jpeg, int Width, int Height, string Hash)
{
    /// <summary>Largest photo that is read, in bytes.</summary>
    public const int LargestFile = 12 * 1024 * 1024;

    private const int LongestSide = 2400, ShortestSide = 200, LargestSide = 12_000, MostPixels = 64_000_000, Quality = 85;

    /// <summary>A photo has one scan or some ten; a file with thousands is made to keep a server busy.</summary>
    private const int MostScans = 64;

    private static readonly SKEncodedImageFormat[] Formats = [SKEncodedImageFormat.Jpeg, SKEncodedImageFormat.Png, SKEncodedImageFormat.Webp];

    /// <summary>Few at once: each takes memory for a whole picture.</summary>
    private static readonly SemaphoreSlim Turns = new(2);

    /// <summary>Reads what somebody sent.</summary>
    /// <returns>The picture, or status and reason of the refusal.</returns>
    public static async Task<(ScanPicture? Picture, int Status, string Reason)> ReadAsync(Stream file, CancellationToken ct)
    {
        if (await ReadBytesAsync(file, ct) is not { } bytes) return (null, 413, $"一张照片最大 {LargestFile / 1024 / 1024} MB，没有保存。");
        if (!IsKnown(bytes)) return (null, 415, "只收 JPG、PNG、WebP 格式的照片，没有保存。");
        await Turns.WaitAsync(ct);
        try
        {
            return Decode(bytes);
        }
        finally
        {
            Turns.Release();
        }
    }

    /// <summary>The same picture, turned to the right by a quarter.</summary>
    public static ScanPicture Turn(byte[] jpeg)
    {
        using var source = SKBitmap.Decode(jpeg);
        return Encode(source, SKEncodedOrigin.RightTop, source.Height, source.Width, "");
    }

    private static (ScanPicture? Picture, int Status, string Reason) Decode(byte[] bytes)
    {
        using var data = SKData.CreateCopy(bytes);
        using var codec = SKCodec.Create(data);
        if (codec is null || !Formats.Contains(codec.EncodedFormat)) return (null, 400, "这张照片读不出来，没有保存。");
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if (width > LargestSide || height > LargestSide || (long)width * height > MostPixels) return (null, 413, "照片的像素太多，没有保存。请用手机的普通模式拍。");
        if (Math.Min(width, height) < ShortestSide) return (null, 400, "照片太小，看不清字，没有保存。");
        if (codec.FrameCount > 1) return (null, 415, "动图不能当作照片，没有保存。");

        // Decoded at a smaller size where the format can, so that a large photo costs little.
        var scaled = codec.GetScaledDimensions(Math.Min(1, LongestSide / (float)Math.Max(width, height)));
        using var bitmap = new SKBitmap();
        if (!bitmap.TryAllocPixels(new SKImageInfo(scaled.Width, scaled.Height, SKColorType.Rgba8888, SKAlphaType.Premul))
            || codec.GetPixels(bitmap.Info, bitmap.GetPixels()) != SKCodecResult.Success) return (null, 400, "这张照片不完整，没有保存。请重新拍一张。");

        var fit = Math.Min(1, LongestSide / (float)Math.Max(scaled.Width, scaled.Height));
        var (w, h) = ((int)(scaled.Width * fit), (int)(scaled.Height * fit));
        var isRotated = codec.EncodedOrigin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        return (Encode(bitmap, codec.EncodedOrigin, isRotated ? h : w, isRotated ? w : h, Convert.ToHexStringLower(SHA256.HashData(bytes))), 0, "");
    }

    private static ScanPicture Encode(SKBitmap source, SKEncodedOrigin origin, int width, int height, string hash)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        var canvas = surface.Canvas;
        canvas.Clear(SKColors.White);
        canvas.Concat(Upright(origin, width, height));
        var isRotated = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        using var image = SKImage.FromBitmap(source);
        canvas.DrawImage(image, SKRect.Create(isRotated ? height : width, isRotated ? width : height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        using var snapshot = surface.Snapshot();
        using var encoded = snapshot.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return new ScanPicture(encoded.ToArray(), width, height, hash);
    }

    /// <summary>From how the camera held the picture to how one reads it.</summary>
    private static SKMatrix Upright(SKEncodedOrigin origin, int w, int h) => origin switch
    {
        SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, w, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, w, 0, -1, h, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, h, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new SKMatrix(0, -1, w, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, w, -1, 0, h, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, h, 0, 0, 1),
        _ => SKMatrix.Identity,
    };

    private static async Task<byte[]?> ReadBytesAsync(Stream file, CancellationToken ct)
    {
        var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await file.ReadAsync(buffer, ct)) > 0;)
        {
            if (bytes.Length + read > LargestFile) return null;
            bytes.Write(buffer, 0, read);
        }
        return bytes.ToArray();
    }

    private static bool IsKnown(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return Scans(bytes) <= MostScans;
        return bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
            || bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..12].SequenceEqual("WEBP"u8);
    }

    private static int Scans(ReadOnlySpan<byte> jpeg)
    {
        var count = 0;
        for (int at; (at = jpeg.IndexOf((ReadOnlySpan<byte>)[0xFF, 0xDA])) >= 0; jpeg = jpeg[(at + 2)..]) count++;
        return count;
    }
}
