using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using InterviewPrep.Web.Text;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace InterviewPrep.Web.Features.Shared.Spreadsheets;

/// <summary>Writes tables as .xlsx: numbers as numbers, texts as texts that no program takes for formulas.</summary>
public static class Workbook
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const int LongestCell = 32_767;
    private const double UsualWidth = 14, WideWidth = 40;
    private const int WideFrom = 12;

    // Cell formats of the style sheet; number format 49 is text. What begins like a formula is a text all the same, and quoted so that
    // it stays one when somebody edits the cell: the words themselves are never changed.
    private const uint HeadingStyle = 1, WrappedStyle = 2, TextStyle = 3, QuotedStyle = 4, TextFormat = 49;

    public static byte[] Write(params IReadOnlyList<Table> tables)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(new DocumentFormat.OpenXml.Spreadsheet.Sheets());
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            foreach (var (table, i) in tables.Select((t, i) => (t, i)))
            {
                var part = book.AddNewPart<WorksheetPart>();
                Fill(part, table);
                book.Workbook.Sheets!.Append(new Sheet { Id = book.GetIdOfPart(part), SheetId = (uint)i + 1, Name = table.Name });
            }
        }
        return stream.ToArray();
    }

    private static void Fill(WorksheetPart part, Table table)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        // The heading stays in sight while the rows are scrolled.
        writer.WriteElement(new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
        var style = table.IsFilledIn ? TextStyle : WrappedStyle;
        writer.WriteElement(new Columns(table.Headings.Select((_, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = i >= WideFrom ? WideWidth : UsualWidth, CustomWidth = true, Style = table.IsFilledIn ? style : 0 })));
        writer.WriteStartElement(new SheetData());
        WriteRow(writer, table.Headings, HeadingStyle);
        foreach (var row in table.Rows) WriteRow(writer, row, style);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void WriteRow(OpenXmlWriter writer, IReadOnlyList<object?> cells, uint style)
    {
        writer.WriteStartElement(new Row());
        foreach (var cell in cells)
        {
            writer.WriteElement(cell switch
            {
                null => new Cell(),
                string text => new Cell(new InlineString(new S.Text(Excerpt.Start(SafeText.SpreadsheetXml(text), LongestCell)) { Space = SpaceProcessingModeValues.Preserve }))
                {
                    DataType = CellValues.InlineString,
                    StyleIndex = style == WrappedStyle && SafeText.Cell(text) != text ? QuotedStyle : style,
                },
                _ => new Cell(new CellValue(Convert.ToString(cell, CultureInfo.InvariantCulture)!)) { DataType = CellValues.Number, StyleIndex = style },
            });
        }
        writer.WriteEndElement();
    }

    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellFormats(new CellFormat(), new CellFormat { FontId = 1, ApplyFont = true },
            new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }) { ApplyAlignment = true },
            new CellFormat { NumberFormatId = TextFormat, ApplyNumberFormat = true },
            new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }) { ApplyAlignment = true, QuotePrefix = true }));
}
