using System.Globalization;
using System.Text;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Shared.Spreadsheets;

/// <summary>A table for a spreadsheet; a cell is a text, a number or null.</summary>
public sealed record Table(string Name, IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    /// <summary>True for a file that people fill in and send back: its columns are text, so that leading noughts and long numbers stay.</summary>
    public bool IsFilledIn { get; init; }

    /// <summary>UTF-8 with BOM, so that a spreadsheet reads the Chinese; CRLF as RFC 4180 has it.</summary>
    public byte[] ToCsv()
    {
        var csv = new StringBuilder();
        foreach (var row in Rows.Prepend([.. Headings])) csv.AppendJoin(',', row.Select(Field)).Append("\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(csv.ToString())];
    }

    private static string Field(object? cell) => cell switch
    {
        null => "",
        string text => $"\"{SafeText.Cell(SafeText.Xml(text)).Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture)!,
    };
}
