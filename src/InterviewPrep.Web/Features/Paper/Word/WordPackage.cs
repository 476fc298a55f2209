using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using InterviewPrep.Web.Features.Paper.Choices;
using InterviewPrep.Web.Site;
using InterviewPrep.Web.Text;
using SkiaSharp;
using static InterviewPrep.Web.Features.Paper.Word.WordText;

namespace InterviewPrep.Web.Features.Paper.Word;

/// <summary>The file around a body: styles, paper, header and page numbers.</summary>
internal static class WordPackage
{
    private const double Edge = 15, HeaderEdge = 7, LogoHeight = 6;

    /// <param name="fill">Writes the body.</param>
    public static byte[] Write(string title, SiteOptions site, PaperSize size, bool large, Action<MainDocumentPart, Body> fill) => Write(title, large, (main, body) =>
    {
        fill(main, body);
        body.Append(Section(HeaderAndFooter(main, site), size.Width * size.PagesPerSheet, size.Height, size.SideMargin, size.PagesPerSheet));
    });

    /// <summary>Several documents behind each other, on A4 upright or lying.</summary>
    public static byte[] Write(string title, SiteOptions site, IReadOnlyList<(bool Wide, IEnumerable<OpenXmlElement> Body)> sections) => Write(title, false, (main, body) =>
    {
        var ids = HeaderAndFooter(main, site);
        for (var i = 0; i < sections.Count; i++)
        {
            body.Append(sections[i].Body);
            var section = Section(ids, sections[i].Wide ? 297 : 210, sections[i].Wide ? 210 : 297, 16, 1);
            // All but the last stand in the last paragraph of their part.
            body.Append(i == sections.Count - 1 ? section : new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = "Gap" }, section)));
        }
    });

    private static byte[] Write(string title, bool large, Action<MainDocumentPart, Body> fill)
    {
        var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            file.PackageProperties.Title = SafeText.Xml(title);
            var main = file.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = WordStyles.Make(large);
            var settings = main.AddNewPart<DocumentSettingsPart>();
            settings.Settings = new Settings(new Zoom { Percent = "100" }, new CharacterSpacingControl { Val = CharacterSpacingValues.CompressPunctuation },
                new Compatibility(new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }));
            var body = new Body();
            fill(main, body);
            main.Document = new Document(body);
        }
        return stream.ToArray();
    }

    private static (string Header, string Footer) HeaderAndFooter(MainDocumentPart main, SiteOptions site)
    {
        var header = main.AddNewPart<HeaderPart>();
        header.Header = new Header(Header(header, site));
        var footer = main.AddNewPart<FooterPart>();
        footer.Footer = new Footer(Paragraph("Footer", Run("日常训练用纸，正式面试不发答题纸　　　第 "), Field("PAGE"), Run(" 页　共 "), Field("NUMPAGES"), Run(" 页")));
        return (main.GetIdOfPart(header), main.GetIdOfPart(footer));
    }

    private static SectionProperties Section((string Header, string Footer) ids, int width, int height, int side, int columns)
    {
        var section = new SectionProperties(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = ids.Header },
            new FooterReference { Type = HeaderFooterValues.Default, Id = ids.Footer },
            new PageSize { Width = (uint)Twips(width), Height = (uint)Twips(height), Orient = width > height ? PageOrientationValues.Landscape : PageOrientationValues.Portrait },
            new PageMargin { Top = Twips(Edge), Bottom = Twips(Edge), Left = (uint)Twips(side), Right = (uint)Twips(side), Header = (uint)Twips(HeaderEdge), Footer = (uint)Twips(HeaderEdge), Gutter = 0 });
        if (columns > 1) section.Append(new Columns { ColumnCount = (short)columns, Space = Measure(Twips(2 * side)) });
        return section;
    }

    private static Paragraph Header(HeaderPart part, SiteOptions site)
    {
        var paragraph = Paragraph("Header");
        if (site.Logo.Length > 0 && Logo(site.Logo) is var (picture, ratio))
        {
            paragraph.Append(new Run(WordPicture.Of(part, picture, "校徽", LogoHeight * ratio, LogoHeight)), Run(" "));
        }
        paragraph.Append(Run(site.School.Length > 0 ? site.School : site.Name));
        return paragraph;
    }

    private static (byte[] Png, double Ratio)? Logo(string file)
    {
        using var picture = SKBitmap.Decode(file);
        if (picture is null) return null;
        using var png = picture.Encode(SKEncodedImageFormat.Png, 100);
        return (png.ToArray(), (double)picture.Width / picture.Height);
    }

    private static SimpleField Field(string code) => new SimpleField(Run("1")) { Instruction = $" {code} " };
}
