namespace InterviewPrep.Web.Features.Sheets;

/// <summary>What is printed in one go.</summary>
/// <param name="Notices">Why something else is shown than was asked for.</param>
public sealed record SheetDocument(string Title, SheetChoices Choices, IReadOnlyList<SheetPage> Pages, IReadOnlyList<string> Notices)
{
    /// <summary>The pages as they lie on sheets of paper: two side by side on A3.</summary>
    public IEnumerable<(int First, IReadOnlyList<SheetPage> Pages)> Sheets =>
        Pages.Chunk(Choices.Size.PagesPerSheet).Select((pages, i) => (i * Choices.Size.PagesPerSheet, (IReadOnlyList<SheetPage>)pages));
}

/// <summary>One page.</summary>
/// <param name="Title">Heading of the first page of a question; a page that follows names it in its short head.</param>
/// <param name="Meta">Type, difficulty and time, in a line.</param>
/// <param name="Number">Place within the question's own pages, from 1.</param>
/// <param name="Label">抽签号 where the sheet was made for somebody; empty otherwise.</param>
/// <param name="Codes">What finds the page again; null where nothing is brought back.</param>
public sealed record SheetPage(
    string Title, string Question, string Meta, string Label, int Number, bool IsForReading, IReadOnlyList<Block> Blocks, PageCodes? Codes)
{
    public bool IsFirst => Number == 1;
}

/// <summary>The code in the QR and the one for people.</summary>
/// <param name="Short">Empty where the figures are too large for it.</param>
public sealed record PageCodes(string Long, string Short);
