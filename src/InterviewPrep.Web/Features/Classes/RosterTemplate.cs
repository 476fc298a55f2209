using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace InterviewPrep.Web.Features.Classes;

/// <summary>A roster as a file that can be filled in and imported as it is.</summary>
public static class RosterTemplate
{
    /// <summary>Both columns are text, so that leading noughts and long numbers stay.</summary>
    public static byte[] Xlsx(IEnumerable<(string Number, string Name)> rows)
    {
        var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var styles = book.AddNewPart<WorkbookStylesPart>();
            // The second format is number format 49, text.
            styles.Stylesheet = new Stylesheet(
                new Fonts(new Font(new FontSize { Val = 11 })), new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
                new Borders(new Border()), new CellStyleFormats(new CellFormat()),
                new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 49, ApplyNumberFormat = true }));
            var sheet = book.AddNewPart<WorksheetPart>();
            var data = new SheetData(Row("学号", "姓名"));
            foreach (var (number, name) in rows) data.Append(Row(number, name));
            sheet.Worksheet = new Worksheet(new Columns(new Column { Min = 1, Max = 2, Width = 18, Style = 1, CustomWidth = true }), data);
            book.Workbook = new Workbook(new DocumentFormat.OpenXml.Spreadsheet.Sheets(new Sheet { Id = book.GetIdOfPart(sheet), SheetId = 1, Name = "花名册" }));
        }
        return file.ToArray();
    }

    /// <summary>UTF-8 with a mark at the front, so that Excel reads the Chinese; values that a spreadsheet would take for a formula are made harmless.</summary>
    public static byte[] Csv(IEnumerable<(string Number, string Name)> rows)
    {
        var text = new StringBuilder("\uFEFF").AppendJoin(',', "学号", "姓名").Append("\r\n");
        foreach (var (number, name) in rows) text.Append(Field(number)).Append(',').Append(Field(name)).Append("\r\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static Row Row(string number, string name) => new(Cell(number), Cell(name));

    private static Cell Cell(string text) => new() { DataType = CellValues.InlineString, StyleIndex = 1, InlineString = new InlineString(new S.Text(text) { Space = SpaceProcessingModeValues.Preserve }) };

    private static string Field(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' ? "'" + text : text;
        return safe.AsSpan().IndexOfAny("\",\r\n") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
