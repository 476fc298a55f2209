using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using InterviewPrep.Web.Web;
using SkiaSharp;
using static InterviewPrep.Web.Features.Sheets.Word.WordText;

namespace InterviewPrep.Web.Features.Sheets.Word;

/// <summary>The file around a body: styles, paper, header and page numbers.</summary>
internal static class WordPackage
{
    private const double Edge = 15, HeaderEdge = 7, LogoHeight = 6;

    /// <param name="fill">Writes the body.</param>
    public static byte[] Write(string title, SiteOptions site, PaperSize size, bool large, Action<MainDocumentPart, Body> fill)
    {
        var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            file.PackageProperties.Title = Clean(title);
            var main = file.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = WordStyles.Make(large);
            var settings = main.AddNewPart<DocumentSettingsPart>();
            settings.Settings = new Settings(new Zoom { Percent = "100" }, new CharacterSpacingControl { Val = CharacterSpacingValues.CompressPunctuation },
                new Compatibility(new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }));
            var body = new Body();
            fill(main, body);
            body.Append(Section(main, site, size));
            main.Document = new Document(body);
        }
        return stream.ToArray();
    }

    private static SectionProperties Section(MainDocumentPart main, SiteOptions site, PaperSize size)
    {
        var header = main.AddNewPart<HeaderPart>();
        header.Header = new Header(Header(header, site));
        var footer = main.AddNewPart<FooterPart>();
        footer.Footer = new Footer(Paragraph("Footer", Run("日常训练用纸，正式面试不发答题纸　　　第 "), Field("PAGE"), Run(" 页　共 "), Field("NUMPAGES"), Run(" 页")));
        var wide = size.PagesPerSheet > 1;
        var section = new SectionProperties(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(header) },
            new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(footer) },
            new PageSize { Width = (uint)Twips(size.Width * size.PagesPerSheet), Height = (uint)Twips(size.Height), Orient = wide ? PageOrientationValues.Landscape : PageOrientationValues.Portrait },
            new PageMargin { Top = Twips(Edge), Bottom = Twips(Edge), Left = (uint)Twips(size.SideMargin), Right = (uint)Twips(size.SideMargin), Header = (uint)Twips(HeaderEdge), Footer = (uint)Twips(HeaderEdge), Gutter = 0 });
        if (wide) section.Append(new Columns { ColumnCount = (short)size.PagesPerSheet, Space = Text(Twips(2 * size.SideMargin)) });
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
