using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using InterviewPrep.Web.Content;
using InterviewPrep.Web.Text;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace InterviewPrep.Web.Features.Paper.Word;

/// <summary>Paragraphs, runs and measures of a Word document.</summary>
internal static class WordText
{
    /// <summary>Twentieths of a point.</summary>
    public static int Twips(double mm) => (int)Math.Round(mm * 1440 / 25.4);

    public static string Measure(double twips) => twips.ToString("0", CultureInfo.InvariantCulture);

    public static Run Run(string text, bool bold = false, UnderlineValues? underline = null, string? style = null)
    {
        var run = new Run();
        var look = new RunProperties();
        if (style is not null) look.RunStyle = new RunStyle { Val = style };
        if (bold) look.Bold = new Bold();
        if (underline is { } line) look.Underline = new Underline { Val = line };
        if (look.HasChildren) run.Append(look);
        var lines = SafeText.Xml(text).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0) run.Append(new Break());
            run.Append(new W.Text(lines[i]) { Space = SpaceProcessingModeValues.Preserve });
        }
        return run;
    }

    public static Paragraph Paragraph(string? style, params OpenXmlElement[] runs)
    {
        var paragraph = new Paragraph();
        if (style is not null) paragraph.Append(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        paragraph.Append(runs);
        return paragraph;
    }

    /// <summary>A text with its marks underlined, each stage in its own way, as on paper.</summary>
    public static IEnumerable<Paragraph> Marked(MarkedText text, Framework? framework)
    {
        var paragraph = Paragraph("SheetText");
        foreach (var (words, mark) in text.Runs())
        {
            var stage = mark is null ? null : framework?.FindPoint(mark.Id)?.Stage;
            var line = mark is null ? (UnderlineValues?)null : Underline(stage is null ? 0 : framework!.FindStage(stage)!.Number);
            var parts = words.Split('\n');
            for (var i = 0; i < parts.Length; i++)
            {
                if (i > 0 && paragraph.Descendants<W.Text>().Any())
                {
                    yield return paragraph;
                    paragraph = Paragraph("SheetText");
                }
                if (parts[i].Length > 0) paragraph.Append(Run(parts[i], underline: line));
            }
        }
        yield return paragraph;
    }

    private static UnderlineValues Underline(int stage) => stage switch
    {
        2 => UnderlineValues.Dash,
        3 => UnderlineValues.Dotted,
        4 => UnderlineValues.Double,
        _ => UnderlineValues.Single,
    };
}
