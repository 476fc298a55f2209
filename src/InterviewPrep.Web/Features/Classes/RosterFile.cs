using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using InterviewPrep.Web.Text;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace InterviewPrep.Web.Features.Classes;

/// <summary>Something in a roster file that cannot be read, and where.</summary>
/// <param name="Cell">As the spreadsheet names it: B7; empty where the file as a whole is meant.</param>
public sealed record RosterProblem(string Cell, string Reason);

/// <summary>A roster out of an uploaded .xlsx or .csv file. The columns are found by their heads, in any order.</summary>
public static class RosterFile
{
    public const int LargestFile = 2 * 1024 * 1024;

    /// <summary>An .xlsx is unpacked for reading: beyond this it is a bomb, not a roster.</summary>
    private const long LargestUnpacked = 40 * 1024 * 1024;

    private static readonly string[] NumberHeads = ["学号", "学员号", "编号", "考号", "number"], NameHeads = ["姓名", "名字", "学员姓名", "name"];

    public sealed record Result(IReadOnlyList<RosterLine> Lines, IReadOnlyList<RosterProblem> Problems);

    static RosterFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Reads a file, whatever its name says: a workbook is known by its first bytes.</summary>
    public static Result Read(byte[] file)
    {
        if (file.Length == 0) return Broken("文件是空的。");
        try
        {
            return Rows(file is [0x50, 0x4B, ..] ? Workbook(file) : file is [0xD0, 0xCF, ..] ? throw new InvalidDataException("这是旧版 .xls，请另存为 .xlsx 或 .csv 再传。") : Csv(file));
        }
        catch (InvalidDataException e) when (e.Message.Any(c => c > 0x3000))
        {
            return Broken(e.Message);
        }
        catch (Exception e) when (e is OpenXmlPackageException or IOException or InvalidDataException or System.Xml.XmlException or FormatException or CsvHelperException or ArgumentException or InvalidOperationException)
        {
            return Broken("这个文件读不出来。请用模板，或另存为 .xlsx 或 .csv 再传。");
        }
    }

    private static Result Broken(string reason) => new([], [new RosterProblem("", reason)]);

    private static Result Rows(IEnumerable<(int Row, IReadOnlyList<string> Cells)> rows)
    {
        var problems = new List<RosterProblem>();
        var lines = new List<RosterLine>();
        int number = -1, name = -1;
        foreach (var (row, cells) in rows)
        {
            if (cells.All(string.IsNullOrWhiteSpace)) continue;
            if (number < 0)
            {
                (number, name) = (Find(cells, NumberHeads), Find(cells, NameHeads));
                if (number >= 0 && name >= 0) continue;
                return new([], [new RosterProblem($"A{row}", $"第一行要有「学号」和「姓名」两列的列名，这里是：{string.Join('、', cells.Where(c => c.Length > 0).Take(5).Select(c => c.Length > 20 ? Excerpt.Start(c, 20) + "…" : c))}。")]);
            }
            if (lines.Count == RosterPlan.MostLines)
            {
                problems.Add(new RosterProblem($"A{row}", $"一次最多 {RosterPlan.MostLines} 行，从这一行起没有读。"));
                break;
            }
            string Cell(int column)
            {
                var text = cells.ElementAtOrDefault(column)?.Trim() ?? "";
                if (ForbiddenCharacters.Find(text) is not { } c) return text;
                problems.Add(new RosterProblem($"{(char)('A' + Math.Min(column, 25))}{row}", $"里面有无法保存的字符（{c}），这个字符去掉了。"));
                return string.Concat(text.Where(t => ForbiddenCharacters.Find(t.ToString()) is null || char.IsSurrogate(t))) is var clean && ForbiddenCharacters.Find(clean) is null ? clean : "";
            }
            lines.Add(new RosterLine(row, Cell(number), Cell(name)));
        }
        if (lines.Count == 0 && problems.Count == 0) problems.Add(new RosterProblem("", "文件里没有学员。第一行是列名，从第二行起每行一名学员。"));
        return new(lines, problems);
    }

    private static int Find(IReadOnlyList<string> cells, string[] heads)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            if (heads.Contains(string.Concat(SpeechText.Fold(cells[i]).Where(c => !char.IsWhiteSpace(c))))) return i;
        }
        return -1;
    }

    /// <summary>UTF-8 where the bytes are such, else GB18030, as Excel in Chinese saves.</summary>
    private static string Text(byte[] file)
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
                throw new InvalidDataException("文件的编码认不出来。请存为「CSV UTF-8」或 .xlsx 再传。");
            }
        }
    }

    private static IEnumerable<(int, IReadOnlyList<string>)> Csv(byte[] file)
    {
        var text = Text(file);
        var head = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is var end and >= 0 ? end : text.Length);
        var separator = head.Contains('\t') ? "\t" : !head.Contains(',') && head.Contains(';') ? ";" : !head.Contains(',') && head.Contains('，') ? "，" : ",";
        using var parser = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = separator, BadDataFound = null, IgnoreBlankLines = false });
        while (parser.Read()) yield return (parser.RawRow, [.. parser.Record!.Select(Plain)]);
    }

    // ="007" is how spreadsheets are told to keep a leading nought.
    // Two ways in which spreadsheets are told that a cell is text: ="0012", and an apostrophe before what would be a formula or a number.
    private static string Plain(string cell) => cell switch
    {
        ['=', '"', _, .., '"'] when !cell.AsSpan(2, cell.Length - 3).Contains('"') => cell[2..^1],
        ['\'', '=' or '+' or '-' or '@' or (>= '0' and <= '9'), ..] => cell[1..],
        _ => cell,
    };

    private static IEnumerable<(int, IReadOnlyList<string>)> Workbook(byte[] file)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(file));
        if (zip.Entries.Sum(e => e.Length) > LargestUnpacked) throw new InvalidDataException("这个工作簿太大了。请只留花名册那一张表再传。");
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), false, new OpenSettings { MaxCharactersInPart = LargestUnpacked });
        var book = document.WorkbookPart ?? throw new InvalidDataException();
        var shared = book.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().Select(InnerText).ToList() ?? [];
        var sheet = book.Workbook.Sheets?.Elements<Sheet>().FirstOrDefault(s => s.State is null || s.State.Value == SheetStateValues.Visible)?.Id?.Value ?? throw new InvalidDataException();
        var count = 0;
        foreach (var row in ((WorksheetPart)book.GetPartById(sheet)).Worksheet.Descendants<Row>())
        {
            count = row.RowIndex?.Value is { } index ? (int)index : count + 1;
            var cells = new List<string>();
            foreach (var cell in row.Elements<Cell>())
            {
                var column = cell.CellReference?.Value is { } reference ? Column(reference) : cells.Count;
                if (column > 100) break;
                while (cells.Count <= column) cells.Add("");
                cells[column] = Value(cell, shared);
            }
            yield return (count, cells);
        }
    }

    private static int Column(string reference) => reference.TakeWhile(char.IsAsciiLetter).Aggregate(0, (sum, c) => sum * 26 + char.ToUpperInvariant(c) - 'A' + 1) - 1;

    private static string Value(Cell cell, List<string> shared)
    {
        if (cell.DataType?.Value == CellValues.InlineString) return cell.InlineString is { } inline ? InnerText(inline) : "";
        var raw = cell.CellValue?.Text ?? "";
        if (cell.DataType?.Value == CellValues.SharedString) return int.TryParse(raw, CultureInfo.InvariantCulture, out var i) && i >= 0 && i < shared.Count ? shared[i] : "";
        // A 学号 that was typed as a number comes as 2026001 or 2.026001E6.
        return cell.DataType is null && decimal.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number.ToString("0.############", CultureInfo.InvariantCulture) : raw;
    }

    // Phonetic guides are no part of the text.
    private static string InnerText(OpenXmlElement item) => string.Concat(item.Descendants<S.Text>().Where(t => t.Parent is not PhoneticRun).Select(t => t.Text));
}
