using System.IO.Compression;
using System.Text;

namespace InterviewPrep.Tests.Support;

/// <summary>Workbooks written by hand, cell by cell, as spreadsheets and schools' programs write them.</summary>
public static class SheetFile
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>An .xlsx of one sheet.</summary>
    /// <param name="rows">What stands in <c>sheetData</c>.</param>
    /// <param name="format">Number format of cells with <c>s="1"</c>.</param>
    /// <param name="shared">What stands in <c>sst</c>.</param>
    public static byte[] Xlsx(string rows, string format = "General", string shared = "") => Xlsx([rows], format, shared);

    public static byte[] Xlsx(IEnumerable<string> rows, string format = "General", string shared = "")
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Write(zip, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets><sheet name=\"隐藏\" sheetId=\"1\" state=\"hidden\" r:id=\"r9\"/><sheet name=\"名单\" sheetId=\"2\" r:id=\"r1\"/></sheets></workbook>");
            Write(zip, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/><Relationship Id=\"r3\" Type=\"{Relations}/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/></Relationships>");
            Write(zip, "xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"{format}\"/></numFmts><cellStyleXfs><xf/></cellStyleXfs><cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
            Write(zip, "xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{shared}</sst>");
            Write(zip, "xl/worksheets/sheet1.xml", [$"<worksheet xmlns=\"{Main}\"><sheetData>", .. rows, "</sheetData></worksheet>"]);
        }
        return stream.ToArray();
    }

    /// <summary>A row of texts; what begins with &lt; is taken as it is.</summary>
    public static string Row(params IEnumerable<string> cells) =>
        $"<row>{string.Concat(cells.Select(c => c.StartsWith('<') ? c : $"<c t=\"inlineStr\"><is><t>{System.Security.SecurityElement.Escape(c)}</t></is></c>"))}</row>";

    /// <param name="style">0: general; 1: the workbook's own format; 2: a date.</param>
    public static string Number(string value, int style = 0) => $"<c s=\"{style}\"><v>{value}</v></c>";

    private static void Write(ZipArchive zip, string name, params IEnumerable<string> texts)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
        foreach (var text in texts) writer.Write(text);
    }
}
