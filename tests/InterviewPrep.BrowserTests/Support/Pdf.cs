using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Playwright;

namespace InterviewPrep.BrowserTests.Support;

/// <summary>A page as Chromium prints it, looked into with poppler's tools.</summary>
public sealed partial class Pdf : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("interviewprep-pdf-").FullName;

    private string File => Path.Combine(folder, "print.pdf");

    public static async Task<Pdf> PrintAsync(IPage page)
    {
        var pdf = new Pdf();
        await page.PdfAsync(new() { Path = pdf.File, PreferCSSPageSize = true });
        return pdf;
    }

    /// <summary>The text of each page, in reading order.</summary>
    public async Task<string[]> PagesAsync() => (await RunAsync("pdftotext", [File, "-"])).TrimEnd('\f').Split('\f');

    /// <summary>The text of the whole file, each page read as two pages that lie side by side (points of A3 across).</summary>
    public async Task<string> SideBySideAsync(int pages)
    {
        const int half = 595, height = 842;
        var text = new System.Text.StringBuilder();
        for (var page = 1; page <= pages; page++)
        {
            foreach (var left in new[] { 0, half }) text.Append(await RunAsync("pdftotext", ["-f", $"{page}", "-l", $"{page}", "-x", $"{left}", "-y", "0", "-W", $"{half}", "-H", $"{height}", File, "-"]));
        }
        return text.ToString();
    }

    /// <summary>Words that lie, wholly or in part, outside their page or in its outermost five millimetres.</summary>
    public async Task<IReadOnlyList<string>> OutsideAsync()
    {
        const double margin = 14;
        var xml = XDocument.Parse(await RunAsync("pdftotext", ["-bbox", File, "-"]));
        return [.. from page in xml.Descendants().Where(e => e.Name.LocalName == "page")
                   from word in page.Elements()
                   where Number(word, "xMin") < margin || Number(word, "yMin") < margin
                       || Number(word, "xMax") > Number(page, "width") - margin || Number(word, "yMax") > Number(page, "height") - margin
                   select word.Value];
    }

    /// <summary>Fonts that the file does not carry itself.</summary>
    public async Task<(IReadOnlyList<string> All, IReadOnlyList<string> Missing)> FontsAsync()
    {
        var lines = (await RunAsync("pdffonts", [File])).Split('\n').Skip(2).Where(l => l.Length > 0).ToList();
        return (lines, [.. lines.Where(l => !Embedded().IsMatch(l))]);
    }

    /// <summary>Size of the first page in millimetres.</summary>
    public async Task<(int Width, int Height)> SizeAsync()
    {
        var size = PageSize().Match(await RunAsync("pdfinfo", [File]));
        int Millimetres(int group) => (int)Math.Round(double.Parse(size.Groups[group].Value, CultureInfo.InvariantCulture) / 72 * 25.4);
        return (Millimetres(1), Millimetres(2));
    }

    /// <summary>Each page as a picture.</summary>
    public async Task<IReadOnlyList<string>> RasterAsync(int dpi)
    {
        await RunAsync("pdftoppm", ["-r", dpi.ToString(CultureInfo.InvariantCulture), "-png", "-gray", File, Path.Combine(folder, "page")]);
        return [.. Directory.EnumerateFiles(folder, "page-*.png").Order(StringComparer.Ordinal)];
    }

    /// <summary>What a reader of another make finds in a picture.</summary>
    public static async Task<IReadOnlyList<string>> CodesAsync(string picture) =>
        (await RunAsync("zbarimg", ["-q", "--raw", "-Sdisable", "-Sqrcode.enable", picture])).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    private static async Task<string> RunAsync(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return text;
    }

    // Columns emb, sub, uni.
    [GeneratedRegex(@" yes +(yes|no) +(yes|no) +\d+ +\d+ *$")]
    private static partial Regex Embedded();

    [GeneratedRegex(@"Page size: +([\d.]+) x ([\d.]+)")]
    private static partial Regex PageSize();
}
