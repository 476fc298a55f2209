using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Classes.Import;

/// <summary>The parts of an .xlsx workbook that its reading needs, each as a stream with limits.</summary>
internal sealed class XlsxParts(byte[] file) : IDisposable
{
    private const string RootRelations = "_rels/.rels";

    private readonly ZipArchive zip = new(new MemoryStream(file));

    private string? workbook;

    private string Workbook => workbook ??= Related("", RootRelations, r => r.Type.EndsWith("/officeDocument", StringComparison.Ordinal)) ?? "xl/workbook.xml";

    public void Dispose() => zip.Dispose();

    /// <summary>The first sheet that is not hidden.</summary>
    public XmlReader OpenSheet()
    {
        string? id = null;
        using (var xml = Open(Workbook))
        {
            while (id is null && Advance(xml))
            {
                if (IsStart(xml, "sheet") && xml.GetAttribute("state") is null or "visible") id = Attribute(xml, "id");
            }
        }
        return Open(Related(Workbook, RelationsOf(Workbook), r => r.Id == id) ?? throw new InvalidDataException());
    }

    public List<string> SharedTexts()
    {
        var texts = new List<string>();
        if (Related(Workbook, RelationsOf(Workbook), r => r.Type.EndsWith("/sharedStrings", StringComparison.Ordinal)) is not { } part || Find(part) is null) return texts;
        using var xml = Open(part);
        var text = new StringBuilder();
        while (Advance(xml))
        {
            if (!IsStart(xml, "si")) continue;
            if (texts.Count == SheetLimits.SharedTexts) throw new SheetException("这个工作簿太大了。请只留花名册那一张表再传。");
            AppendTexts(xml, "si", text.Clear());
            texts.Add(text.ToString());
        }
        return texts;
    }

    /// <summary>The number format of each cell style, as far as it is not the general one.</summary>
    public List<string> NumberFormats()
    {
        var (own, styles, inCells) = (new Dictionary<string, string>(), new List<string>(), false);
        if (Related(Workbook, RelationsOf(Workbook), r => r.Type.EndsWith("/styles", StringComparison.Ordinal)) is not { } part || Find(part) is null) return styles;
        using var xml = Open(part);
        while (Advance(xml))
        {
            if (IsStart(xml, "cellXfs")) inCells = !xml.IsEmptyElement;
            else if (IsEnd(xml, "cellXfs")) inCells = false;
            else if (IsStart(xml, "numFmt")) own[xml.GetAttribute("numFmtId") ?? ""] = xml.GetAttribute("formatCode") ?? "";
            else if (inCells && IsStart(xml, "xf")) styles.Add(Format(xml.GetAttribute("numFmtId") ?? "", own));
        }
        return styles;
    }

    public static bool IsStart(XmlReader xml, string name) => xml.NodeType == XmlNodeType.Element && xml.LocalName == name;

    public static bool IsEnd(XmlReader xml, string name) => xml.NodeType == XmlNodeType.EndElement && xml.LocalName == name;

    public static bool Advance(XmlReader xml) => xml.Read() && (xml.Depth <= SheetLimits.Depth ? true : throw new InvalidDataException());

    /// <summary>Text of an element that holds nothing else.</summary>
    public static string TextOf(XmlReader xml)
    {
        if (xml.IsEmptyElement) return "";
        var (name, text) = (xml.LocalName, new StringBuilder());
        while (Advance(xml) && !IsEnd(xml, name)) Append(text, xml);
        return text.ToString();
    }

    /// <summary>The runs of a text; phonetic guides are no part of it.</summary>
    public static void AppendTexts(XmlReader xml, string name, StringBuilder text)
    {
        if (xml.IsEmptyElement) return;
        var (inText, inGuide) = (false, false);
        while (Advance(xml) && !IsEnd(xml, name))
        {
            if (IsStart(xml, "rPh")) inGuide = !xml.IsEmptyElement;
            else if (IsEnd(xml, "rPh")) inGuide = false;
            else if (IsStart(xml, "t")) inText = !xml.IsEmptyElement;
            else if (IsEnd(xml, "t")) inText = false;
            else if (inText && !inGuide) Append(text, xml);
        }
    }

    private static void Append(StringBuilder text, XmlReader xml)
    {
        if (text.Length <= SheetCell.Longest && xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace) text.Append(Excerpt.Start(xml.Value, SheetCell.Longest + 1));
    }

    // Those of the built-in formats that show a date or a time; the rest is general for a 学号. ECMA-376 part 1, 18.8.30.
    private static string Format(string id, Dictionary<string, string> own) => own.GetValueOrDefault(id)
        ?? (int.TryParse(id, CultureInfo.InvariantCulture, out var number) && number is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58) ? "yyyy-mm-dd" : "");

    private static string RelationsOf(string part) => part.LastIndexOf('/') is var slash and >= 0 ? $"{part[..slash]}/_rels/{part[(slash + 1)..]}.rels" : $"_rels/{part}.rels";

    private string? Related(string part, string relations, Func<(string Id, string Type), bool> isWanted)
    {
        if (Find(relations) is null) return null;
        using var xml = Open(relations);
        while (Advance(xml))
        {
            if (!IsStart(xml, "Relationship") || !isWanted((xml.GetAttribute("Id") ?? "", xml.GetAttribute("Type") ?? ""))) continue;
            return new Uri(new Uri($"http://localhost/{part}"), xml.GetAttribute("Target") ?? "").AbsolutePath.TrimStart('/');
        }
        return null;
    }

    private static string? Attribute(XmlReader xml, string localName)
    {
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            if (xml.LocalName == localName) return xml.Value;
        }
        return null;
    }

    private ZipArchiveEntry? Find(string part) => zip.GetEntry(part) ?? zip.GetEntry(Uri.UnescapeDataString(part));

    private XmlReader Open(string part) => XmlReader.Create(
        new LimitedStream((Find(part) ?? throw new InvalidDataException()).Open(), SheetLimits.Unpacked),
        new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true, IgnoreComments = true, IgnoreProcessingInstructions = true });
}
