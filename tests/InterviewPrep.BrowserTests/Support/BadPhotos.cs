using SkiaSharp;

namespace InterviewPrep.BrowserTests.Support;

/// <summary>Photographs a page badly: turned, askew, dim, unevenly lit, out of focus, noisy, stained, small.</summary>
public static class BadPhotos
{
    private const int Width = 1200, Height = 1600;

    /// <param name="seed">The same seed gives the same photo.</param>
    public static byte[] Take(SKBitmap page, int seed)
    {
        var random = new Random(seed);
        double Between(double least, double most) => least + random.NextDouble() * (most - least);
        T One<T>(params T[] of) => of[random.Next(of.Length)];

        using var surface = SKSurface.Create(new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        var canvas = surface.Canvas;
        canvas.Clear(One(new SKColor(0x8a, 0x7a, 0x66), new SKColor(0x33, 0x33, 0x33), new SKColor(0xcf, 0xc8, 0xbc)));

        canvas.Save();
        canvas.Translate(Width / 2f, Height / 2f);
        canvas.RotateDegrees((float)(One(0, 90, 180, 270) + Between(-25, 25)));
        var scale = (float)(Between(.45, .88) * Height / page.Height);
        canvas.Scale(scale, scale * (float)Between(.85, 1));
        canvas.Concat(new SKMatrix(1, (float)Between(-.12, .12), 0, (float)Between(-.08, .08), 1, 0, (float)Between(-.0001, .0001), (float)Between(-.0001, .0001), 1));
        using var lens = new SKPaint { ImageFilter = random.Next(3) == 0 ? SKImageFilter.CreateBlur((float)Between(.4, 2.2), (float)Between(.4, 2.2)) : null };
        using var image = SKImage.FromBitmap(page);
        canvas.DrawImage(image, -page.Width / 2f, -page.Height / 2f, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear), lens);
        if (random.Next(8) == 0)
        {
            // A thumb or a coffee cup, somewhere near the code.
            using var stain = new SKPaint { Color = new SKColor(0x50, 0x38, 0x20, 0xd0), IsAntialias = true };
            canvas.DrawCircle((float)Between(.3, .5) * page.Width, (float)Between(-.5, -.35) * page.Height, (float)Between(15, 70), stain);
        }
        canvas.Restore();

        Light(canvas, (float)Between(.25, 1), random.Next(2) == 0 ? (float)Between(.15, .8) : 1);
        using var raw = new SKBitmap(new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        surface.ReadPixels(raw.Info, raw.GetPixels(), raw.RowBytes, 0, 0);
        Noise(raw, One(0, 8, 18, 34), (uint)random.Next(1, int.MaxValue));
        return raw.Encode(SKEncodedImageFormat.Jpeg, One(35, 60, 85)).ToArray();
    }

    /// <param name="dim">Light in one corner, and</param>
    /// <param name="far">the share of it in the opposite one.</param>
    private static void Light(SKCanvas canvas, float dim, float far)
    {
        SKColor Grey(float share) => new((byte)(255 * share), (byte)(255 * share), (byte)(255 * share));
        using var shader = SKShader.CreateLinearGradient(new SKPoint(0, 0), new SKPoint(Width, Height), [Grey(dim), Grey(dim * far)], SKShaderTileMode.Clamp);
        using var paint = new SKPaint { Shader = shader, BlendMode = SKBlendMode.Multiply };
        canvas.DrawRect(0, 0, Width, Height, paint);
    }

    private static void Noise(SKBitmap picture, int strength, uint state)
    {
        if (strength == 0) return;
        var bytes = picture.GetPixelSpan().ToArray();
        for (var i = 0; i < bytes.Length; i++)
        {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            // The sum of two is nearer to a sensor's noise than one.
            var noise = (int)(state & 0xff) + (int)(state >> 8 & 0xff) - 255;
            bytes[i] = (byte)Math.Clamp(bytes[i] + noise * strength / 255, 0, 255);
        }
        System.Runtime.InteropServices.Marshal.Copy(bytes, 0, picture.GetPixels(), bytes.Length);
    }
}
