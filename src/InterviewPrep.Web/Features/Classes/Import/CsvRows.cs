using System.Text;
using Sylvan.Data.Csv;

namespace InterviewPrep.Web.Features.Classes.Import;

/// <summary>Rows of a .csv file, in the encodings and with the separators that spreadsheets write.</summary>
internal static class CsvRows
{
    /// <summary>Characters of one line; a longer one is no line of a roster.</summary>
    private const int LongestLine = 64 * 1024;

    static CsvRows() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static IEnumerable<SheetRow> Read(byte[] file)
    {
        var text = Decode(file);
        if (FirstLine(text).Length > LongestLine) throw TooLong(1);
        var options = new CsvDataReaderOptions { HasHeaders = false, Delimiter = Separator(text), BufferSize = LongestLine, ResultSetMode = ResultSetMode.SingleResult };
        // The first line is read with the creation.
        using var reader = Guarded(() => CsvDataReader.Create(new StringReader(text), options), row: 1);
        var row = 0;
        while (Guarded(reader.Read, row + 1))
        {
            var cells = Enumerable.Range(0, Math.Min(reader.RowFieldCount, SheetLimits.Columns)).Select(i => Cell(reader.GetString(i))).ToList();
            yield return new SheetRow(++row, cells);
        }
    }

    private static T Guarded<T>(Func<T> read, int row)
    {
        try
        {
            return read();
        }
        catch (CsvRecordTooLargeException)
        {
            throw TooLong(row);
        }
        catch (CsvFormatException)
        {
            throw new SheetException($"第 {row} 行有一个引号没有配对，从这一行起没有读。请改好再传。");
        }
    }

    private static SheetException TooLong(int row) => new($"第 {row} 行太长，或有一个引号没有配对。请改好再传。");

    private static SheetCell Cell(string text) => NumberText.OfText(Plain(text));

    // Two ways in which spreadsheets are told that a cell is text: ="0012", and an apostrophe before what would be a formula or a number.
    private static string Plain(string cell) => cell switch
    {
        ['=', '"', _, .., '"'] when !cell.AsSpan(2, cell.Length - 3).Contains('"') => cell[2..^1],
        ['\'', '=' or '+' or '-' or '@' or (>= '0' and <= '9'), ..] => cell[1..],
        _ => cell,
    };

    private static ReadOnlySpan<char> FirstLine(string text) => text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is var end and >= 0 ? end : text.Length);

    private static char Separator(string text)
    {
        var head = FirstLine(text);
        return head.Contains('\t') ? '\t' : head.Contains(',') ? ',' : head.Contains(';') ? ';' : head.Contains('，') ? '，' : ',';
    }

    /// <summary>UTF-8 where the bytes are such, else GB18030, as Excel in Chinese saves.</summary>
    private static string Decode(byte[] file)
    {
        if (file is [0xFF, 0xFE, ..]) return Encoding.Unicode.GetString(file.AsSpan(2));
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            try
            {
                return Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetString(file);
            }
            catch (DecoderFallbackException)
            {
                throw new SheetException("文件的编码认不出来。请存为「CSV UTF-8」或 .xlsx 再传。");
            }
        }
    }
}
