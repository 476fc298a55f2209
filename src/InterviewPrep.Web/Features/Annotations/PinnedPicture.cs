using InterviewPrep.Web.Features.Marking;
using SkiaSharp;

namespace InterviewPrep.Web.Features.Annotations;

/// <summary>A photographed page with its pins drawn into it, for files that know no overlay. Digits are strokes: a server may have no fonts.</summary>
public static class PinnedPicture
{
    private const int Quality = 85;

    /// <summary>Segments of a digit: top, upper left, upper right, middle, lower left, lower right, bottom.</summary>
    private static readonly string[] Digits = ["1110111", "0010010", "1011101", "1011011", "0111010", "1101011", "1101111", "1010010", "1111111", "1111011"];

    private static readonly (int X1, int Y1, int X2, int Y2)[] Segments = [(0, 0, 1, 0), (0, 0, 0, 1), (1, 0, 1, 1), (0, 1, 1, 1), (0, 1, 0, 2), (1, 1, 1, 2), (0, 2, 1, 2)];

    public static byte[] Draw(byte[] jpeg, IReadOnlyList<NumberedComment> pinned)
    {
        using var source = SKBitmap.Decode(jpeg);
        using var surface = SKSurface.Create(new SKImageInfo(source.Width, source.Height));
        surface.Canvas.DrawBitmap(source, 0, 0, SKSamplingOptions.Default, null);
        var radius = source.Width / 40f;
        using var ground = new SKPaint { Color = SKColors.White, IsAntialias = true };
        using var line = new SKPaint { Color = SKColors.Black, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = radius / 7, StrokeCap = SKStrokeCap.Round };
        foreach (var (number, comment) in pinned)
        {
            var (x, y) = ((float)comment.Pin!.X * source.Width / Pin.Whole, (float)comment.Pin.Y * source.Height / Pin.Whole);
            surface.Canvas.DrawCircle(x, y, radius, ground);
            surface.Canvas.DrawCircle(x, y, radius, line);
            Write(surface.Canvas, number, x, y, radius * .45f, line);
        }
        using var image = surface.Snapshot();
        using var encoded = image.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return encoded.ToArray();
    }

    private static void Write(SKCanvas canvas, int number, float x, float y, float size, SKPaint line)
    {
        var digits = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var step = size * 1.4f;
        var left = x - (digits.Length - 1) * step / 2 - size / 2;
        foreach (var digit in digits)
        {
            for (var i = 0; i < Segments.Length; i++)
            {
                var (x1, y1, x2, y2) = Segments[i];
                if (Digits[digit - '0'][i] == '1') canvas.DrawLine(left + x1 * size, y + (y1 - 1) * size, left + x2 * size, y + (y2 - 1) * size, line);
            }
            left += step;
        }
    }
}
