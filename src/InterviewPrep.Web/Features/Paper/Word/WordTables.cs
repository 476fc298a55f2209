using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace InterviewPrep.Web.Features.Paper.Word;

/// <summary>Tables: what has lines that print is a table in Word.</summary>
internal static class WordTables
{
    private const uint Thin = 4, Strong = 8;

    /// <param name="widths">Widths of the columns, in millimetres.</param>
    /// <param name="framed">With lines around and between; else without any.</param>
    public static Table Table(IReadOnlyList<double> widths, bool framed, params TableRow[] rows)
    {
        var table = new Table(new TableProperties(
            new TableWidth { Width = WordText.Measure(widths.Sum(WordText.Twips)), Type = TableWidthUnitValues.Dxa },
            Borders(framed ? BorderValues.Single : BorderValues.None),
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableCellMarginDefault(
                new TopMargin { Width = "0", Type = TableWidthUnitValues.Dxa },
                new TableCellLeftMargin { Width = framed ? (short)85 : (short)0, Type = TableWidthValues.Dxa },
                new BottomMargin { Width = "0", Type = TableWidthUnitValues.Dxa },
                new TableCellRightMargin { Width = framed ? (short)85 : (short)0, Type = TableWidthValues.Dxa })),
            new TableGrid(widths.Select(w => new GridColumn { Width = WordText.Measure(WordText.Twips(w)) })));
        table.Append(rows);
        return table;
    }

    /// <param name="height">In millimetres; exactly so where <paramref name="exact"/>, else at least.</param>
    public static TableRow Row(double height, bool exact, params TableCell[] cells)
    {
        var row = new TableRow(new TableRowProperties(
            new CantSplit(),
            new TableRowHeight { Val = (uint)WordText.Twips(height), HeightType = exact ? HeightRuleValues.Exact : HeightRuleValues.AtLeast }));
        row.Append(cells);
        return row;
    }

    public static TableCell Cell(double width, params OpenXmlElement[] content)
    {
        var cell = new TableCell(new TableCellProperties(new TableCellWidth { Width = WordText.Measure(WordText.Twips(width)), Type = TableWidthUnitValues.Dxa }));
        cell.Append(content.Length > 0 ? content : [WordText.Paragraph("Cell")]);
        if (cell.LastChild is not Paragraph) cell.Append(WordText.Paragraph("Cell"));
        return cell;
    }

    /// <summary>Ruled lines that stay on one page.</summary>
    public static Table Lines(int rows, double pitch, double width) =>
        Table([width], true, [.. Enumerable.Range(1, rows).Select(r => Row(pitch, true, Cell(width, WordText.Paragraph(r < rows ? "KeptCell" : "Cell"))))]);

    /// <summary>A cell without lines, beside a grid.</summary>
    public static TableCell Bare(double width, string text)
    {
        var cell = Cell(width, WordText.Paragraph("Cell", WordText.Run(text)));
        cell.TableCellProperties!.Append(new TableCellBorders(
            new TopBorder { Val = BorderValues.Nil }, new BottomBorder { Val = BorderValues.Nil }, new RightBorder { Val = BorderValues.Nil }));
        return cell;
    }

    private static TableBorders Borders(BorderValues value) => new(
        new TopBorder { Val = value, Size = Strong }, new LeftBorder { Val = value, Size = Strong },
        new BottomBorder { Val = value, Size = Strong }, new RightBorder { Val = value, Size = Strong },
        new InsideHorizontalBorder { Val = value, Size = Thin }, new InsideVerticalBorder { Val = value, Size = Thin });
}
