using System.Globalization;
using System.Text;
using System.Xml;

namespace InterviewPrep.Web.Features.Classes.Import;

/// <summary>
/// Rows of the first visible sheet of an .xlsx workbook, read as a stream: neither the sheet nor the parts beside it are ever whole in memory.
/// </summary>
internal static class XlsxRows
{
    public static IEnumerable<SheetRow> Read(byte[] file)
    {
        using var parts = new XlsxParts(file);
        var texts = parts.SharedTexts();
        var formats = parts.NumberFormats();
        using var xml = parts.OpenSheet();
        var row = 0;
        while (XlsxParts.Advance(xml))
        {
            if (!XlsxParts.IsStart(xml, "row")) continue;
            row = int.TryParse(xml.GetAttribute("r"), CultureInfo.InvariantCulture, out var index) && index > row ? index : row + 1;
            yield return new SheetRow(row, xml.IsEmptyElement ? [] : Cells(xml, texts, formats));
        }
    }

    private static List<SheetCell> Cells(XmlReader xml, List<string> texts, List<string> formats)
    {
        var cells = new List<SheetCell>();
        while (XlsxParts.Advance(xml) && !XlsxParts.IsEnd(xml, "row"))
        {
            if (!XlsxParts.IsStart(xml, "c")) continue;
            var column = xml.GetAttribute("r") is { } reference ? Column(reference) : cells.Count;
            var cell = Cell(xml, texts, formats);
            if (column is < 0 or >= SheetLimits.Columns) continue;
            while (cells.Count <= column) cells.Add(new(""));
            cells[column] = cell;
        }
        return cells;
    }

    private static SheetCell Cell(XmlReader xml, List<string> texts, List<string> formats)
    {
        var (type, format) = (xml.GetAttribute("t") ?? "n", Format(xml.GetAttribute("s"), formats));
        if (xml.IsEmptyElement) return new("");
        var (value, inline) = ("", new StringBuilder());
        while (XlsxParts.Advance(xml) && !XlsxParts.IsEnd(xml, "c"))
        {
            if (XlsxParts.IsStart(xml, "v")) value = XlsxParts.TextOf(xml);
            else if (XlsxParts.IsStart(xml, "is")) XlsxParts.AppendTexts(xml, "is", inline);
        }
        return type switch
        {
            "inlineStr" => NumberText.OfText(inline.ToString()),
            "s" => NumberText.OfText(int.TryParse(value, CultureInfo.InvariantCulture, out var i) && i >= 0 && i < texts.Count ? texts[i] : ""),
            "n" when decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => NumberText.OfNumber(number, format),
            "e" => new(value, "这一格的公式算错了。"),
            _ => NumberText.OfText(value),
        };
    }

    private static string Format(string? style, List<string> formats) =>
        int.TryParse(style, CultureInfo.InvariantCulture, out var i) && i >= 0 && i < formats.Count ? formats[i] : "";

    private static int Column(string reference)
    {
        var column = 0;
        foreach (var c in reference.TakeWhile(char.IsAsciiLetter).Take(4)) column = column * 26 + char.ToUpperInvariant(c) - 'A' + 1;
        return column - 1;
    }
}
