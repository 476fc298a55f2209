using System.Globalization;
using System.Text;
using QRCoder;

namespace InterviewPrep.Web.Features.Shared;

/// <summary>A QR code as one path: vector strokes that every printer keeps sharp.</summary>
/// <param name="Size">Modules on a side, with the quiet zone.</param>
/// <param name="Path">Value of a path's <c>d</c>.</param>
public sealed record QrImage(int Size, string Path)
{
    /// <summary>A third of the code may be covered by a stain or a fold.</summary>
    private const QRCodeGenerator.ECCLevel Level = QRCodeGenerator.ECCLevel.H;

    public static QrImage Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, Level);
        var path = new StringBuilder();
        for (var y = 0; y < data.ModuleMatrix.Count; y++)
        {
            var row = data.ModuleMatrix[y];
            for (var x = 0; x < row.Count; x++)
            {
                if (!row[x]) continue;
                var from = x;
                while (x + 1 < row.Count && row[x + 1]) x++;
                path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from + 1}v1H{from}z");
            }
        }
        return new QrImage(data.ModuleMatrix.Count, path.ToString());
    }

    /// <summary>The same as a picture, for Word.</summary>
    public static byte[] Png(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, Level);
        return new PngByteQRCode(data).GetGraphic(8);
    }
}
