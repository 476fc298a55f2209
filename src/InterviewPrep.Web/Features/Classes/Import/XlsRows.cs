using ExcelDataReader;

namespace InterviewPrep.Web.Features.Classes.Import;

/// <summary>Rows of the first visible sheet of an .xls workbook, as Excel wrote them until 2003.</summary>
internal static class XlsRows
{
    public static IEnumerable<SheetRow> Read(byte[] file)
    {
        using var reader = Open(file);
        while (reader.VisibleState != "visible" && reader.NextResult())
        {
        }
        for (var row = 1; reader.Read(); row++)
            yield return new SheetRow(row, [.. Enumerable.Range(0, Math.Min(reader.FieldCount, SheetLimits.Columns)).Select(i => Cell(reader, i))]);
    }

    private static IExcelDataReader Open(byte[] file)
    {
        try
        {
            return ExcelReaderFactory.CreateBinaryReader(new MemoryStream(file));
        }
        catch (ExcelDataReader.Exceptions.InvalidPasswordException)
        {
            throw new SheetException("这个文件有密码，读不出来。请去掉密码再传。");
        }
    }

    private static SheetCell Cell(IExcelDataReader reader, int column) => reader.GetValue(column) switch
    {
        null => new(""),
        DateTime date => new(date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), NumberText.Date),
        double number when Math.Abs(number) < (double)decimal.MaxValue => NumberText.OfNumber((decimal)number, reader.GetNumberFormatString(column) ?? ""),
        int number => NumberText.OfNumber(number, reader.GetNumberFormatString(column) ?? ""),
        var other => NumberText.OfText(Convert.ToString(other, System.Globalization.CultureInfo.InvariantCulture) ?? ""),
    };
}
