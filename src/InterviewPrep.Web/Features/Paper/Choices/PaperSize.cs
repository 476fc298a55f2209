namespace InterviewPrep.Web.Features.Paper.Choices;

/// <summary>A paper size, in millimetres. A3 carries two pages of A4 side by side.</summary>
/// <param name="Width">Width of one page.</param>
/// <param name="SideMargin">Margin left and right; the style sheet of the size has the same.</param>
/// <param name="Cell">Side of a square of the 方格, so that twenty and their figures fit the width.</param>
/// <param name="PagesPerSheet">Pages side by side on one sheet of paper.</param>
public sealed record PaperSize(string Id, string Name, int Width, int Height, int SideMargin, int Cell, int PagesPerSheet)
{
    public static readonly IReadOnlyList<PaperSize> All =
    [
        new("A4", "A4", 210, 297, 16, 8, 1),
        new("A3", "A3（两页并排）", 210, 297, 16, 8, 2),
        new("B5", "B5（16 开）", 176, 250, 13, 7, 1),
    ];

    public static PaperSize Find(string? id) => All.FirstOrDefault(s => s.Id == id) ?? All[0];
}
