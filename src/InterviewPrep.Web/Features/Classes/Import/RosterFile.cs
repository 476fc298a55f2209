using System.Xml;
using Sylvan.Data.Csv;

namespace InterviewPrep.Web.Features.Classes.Import;

/// <summary>Something in a roster file that the person should know, and where.</summary>
/// <param name="Cell">As the spreadsheet names it: B7; empty where the file as a whole is meant.</param>
public sealed record RosterProblem(string Cell, string Reason);

/// <summary>The rows of an uploaded .xlsx, .xls or .csv file, within <see cref="SheetLimits"/>.</summary>
public static class RosterFile
{
    public const int LargestFile = 2 * 1024 * 1024;

    /// <param name="Rows">Rows that hold something.</param>
    public sealed record Result(IReadOnlyList<SheetRow> Rows, IReadOnlyList<RosterProblem> Problems);

    /// <summary>Reads a file, whatever its name says: a workbook is known by its first bytes.</summary>
    public static Result Read(byte[] file)
    {
        var (rows, problems) = (new List<SheetRow>(), new List<RosterProblem>());
        if (file.Length == 0) problems.Add(new RosterProblem("", "文件是空的。"));
        else
        {
            try
            {
                Collect(file switch { [0x50, 0x4B, ..] => XlsxRows.Read(file), [0xD0, 0xCF, ..] => XlsRows.Read(file), _ => CsvRows.Read(file) }, rows, problems);
            }
            catch (SheetException e)
            {
                problems.Add(new RosterProblem("", e.Message));
            }
            catch (Exception e) when (IsBroken(e))
            {
                problems.Add(new RosterProblem("", "这个文件读不出来。请用模板，或另存为 .xlsx 或 .csv 再传。"));
            }
        }
        return new(rows, problems);
    }

    private static void Collect(IEnumerable<SheetRow> sheet, List<SheetRow> rows, List<RosterProblem> problems)
    {
        int seen = 0, empty = 0;
        foreach (var row in sheet)
        {
            if (rows.Count == RosterPlan.MostLines + RosterTable.MostHeadRows || ++seen > SheetLimits.Rows)
            {
                problems.Add(new RosterProblem($"A{row.Row}", $"一次最多 {RosterPlan.MostLines} 行，从这一行起没有读。"));
                return;
            }
            empty = row.IsEmpty ? empty + 1 : 0;
            if (empty == SheetLimits.EmptyRows) return;
            if (!row.IsEmpty) rows.Add(row);
        }
    }

    // What the readers throw at a file that only looks like one of theirs.
    private static bool IsBroken(Exception e) => e is IOException or InvalidDataException or XmlException or FormatException or CsvFormatException
        or ArgumentException or InvalidOperationException or NotSupportedException or IndexOutOfRangeException or OverflowException or UriFormatException or ExcelDataReader.Exceptions.ExcelReaderException;
}
