using System.Globalization;
using InterviewPrep.Web.Features.Paper.Choices;

namespace InterviewPrep.Web.Features.Paper.Layout;

/// <summary>Fixed heights of a page in millimetres, for one type size. They stand here only: the style sheet gets them as custom properties.</summary>
/// <param name="Line">A line of text.</param>
/// <param name="Head">The head of a framed block.</param>
/// <param name="First">The head of the first page, with the title and the fields.</param>
/// <param name="Next">The head of a page that follows.</param>
/// <param name="FirstCoded">The head of the first page where it carries a code.</param>
/// <param name="NextCoded">The head of a page that follows where it carries a code.</param>
public sealed record PageMeasures(double Line, double Head, int First, int Next, int FirstCoded, int NextCoded)
{
    /// <summary>Margin above and below.</summary>
    public const int Edge = 12;

    public static readonly PageMeasures Normal = new(6.3, 8, 24, 9, 37, 31), Large = new(9, 12, 36, 14, 58, 42);

    public int HeadOf(bool first, bool coded) => first ? coded ? FirstCoded : First : coded ? NextCoded : Next;

    /// <summary>The same for the style sheet, with the sizes of paper; a sheet in large type may also hold single pages in it.</summary>
    public static string Css => string.Concat(
        Rule(".paper", [("lh", Normal.Line), ("head", Normal.Head), ("edge", Edge), .. Heads(Normal), .. Size(PaperSize.All[0])]),
        Rule(".paper.large, .leaf.large", [("lh", Large.Line), .. Heads(Large)]),
        Rule(".paper.large", [("head", Large.Head)]),
        string.Concat(PaperSize.All.Skip(1).Select(s => Rule($".paper.{s.Id.ToLowerInvariant()}", Size(s)))));

    private static IEnumerable<(string Name, double Value)> Heads(PageMeasures measures) =>
        [("first", measures.First), ("next", measures.Next), ("first-coded", measures.FirstCoded), ("next-coded", measures.NextCoded)];

    private static IEnumerable<(string Name, double Value)> Size(PaperSize size) => [("w", size.Width), ("h", size.Height), ("side", size.SideMargin)];

    private static string Rule(string selector, IEnumerable<(string Name, double Value)> values) =>
        $"{selector} {{\n{string.Concat(values.Select(v => string.Create(CultureInfo.InvariantCulture, $"  --{v.Name}: {v.Value}mm;\n")))}}}\n\n";
}
