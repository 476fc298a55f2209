using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace InterviewPrep.Web.Features.Paper.Word;

/// <summary>The styles of every Word file: 宋体 for Chinese, real headings, exact line heights.</summary>
internal static class WordStyles
{
    private const string Chinese = "宋体", Latin = "Times New Roman", Code = "Consolas";

    public static Styles Make(bool large)
    {
        int text = large ? 32 : 21, note = large ? 32 : 18;
        var line = WordText.Twips(large ? 9 : 6.3);
        return new Styles(
            new DocDefaults(new RunPropertiesDefault(new RunPropertiesBaseStyle(
                Fonts(Latin), new FontSize { Val = Size(text) }, new Languages { Val = "en-US", EastAsia = "zh-CN" })), new ParagraphPropertiesDefault()),
            Paragraph("Normal", "Normal", line, 0, text, isDefault: true),
            Heading(1, large ? 48 : 34, large ? 13 : 9, 0), Heading(2, large ? 34 : 23, large ? 10 : 7, 3), Heading(3, text, large ? 9 : 6.3, 1),
            Paragraph("SheetText", "Sheet Text", line, 0, text),
            Paragraph("Cell", "Cell", line, 0, note),
            Kept(Paragraph("KeptCell", "Kept Cell", line, 0, note)),
            Paragraph("LargeText", "Large Text", WordText.Twips(10), WordText.Twips(2), 32),
            Paragraph("Lot", "Lot", WordText.Twips(16), 0, 68, JustificationValues.Center),
            Paragraph("Gap", "Gap", WordText.Twips(2), 0, 4),
            Paragraph("Header", "header", line, 0, note), Paragraph("Footer", "footer", line, 0, note, JustificationValues.Center),
            Coded(Paragraph("Code", "Code", 0, 0, large ? 32 : 16, JustificationValues.Center)),
            new Style(new StyleName { Val = "Note" }, new StyleRunProperties(new Bold { Val = false }, new FontSize { Val = Size(note) })) { Type = StyleValues.Character, StyleId = "Note", CustomStyle = true });
    }

    private static Style Heading(int level, int size, double line, double before)
    {
        var style = Paragraph($"Heading{level}", $"heading {level}", WordText.Twips(line), WordText.Twips(before), size);
        style.StyleParagraphProperties!.KeepNext = new KeepNext();
        style.StyleParagraphProperties.OutlineLevel = new OutlineLevel { Val = level - 1 };
        style.StyleRunProperties!.Bold = new Bold();
        return style;
    }

    /// <param name="line">Exact height of a line, in twips; 0 for as high as it needs.</param>
    private static Style Paragraph(string id, string name, int line, int before, int size, JustificationValues? align = null, bool isDefault = false)
    {
        var spacing = new SpacingBetweenLines { Before = WordText.Measure(before), After = "0" };
        // Exact, so that pages hold as much as on screen; a line with a picture is as high as that.
        (spacing.Line, spacing.LineRule) = line > 0 ? (WordText.Measure(line), LineSpacingRuleValues.Exact) : ("240", LineSpacingRuleValues.Auto);
        var paragraph = new StyleParagraphProperties { SnapToGrid = new SnapToGrid { Val = false }, SpacingBetweenLines = spacing };
        if (align is { } a) paragraph.Justification = new Justification { Val = a };
        var style = new Style(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id };
        if (isDefault) style.Default = true;
        else style.Append(new BasedOn { Val = "Normal" });
        style.Append(paragraph, new StyleRunProperties(Fonts(Latin), new FontSize { Val = Size(size) }));
        return style;
    }

    private static Style Kept(Style style)
    {
        style.StyleParagraphProperties!.KeepNext = new KeepNext();
        return style;
    }

    private static Style Coded(Style style)
    {
        style.StyleRunProperties!.RunFonts = Fonts(Code);
        return style;
    }

    private static RunFonts Fonts(string latin) => new() { Ascii = latin, HighAnsi = latin, EastAsia = Chinese, ComplexScript = latin };

    private static string Size(int halfPoints) => halfPoints.ToString(CultureInfo.InvariantCulture);
}
