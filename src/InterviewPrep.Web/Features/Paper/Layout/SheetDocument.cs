using InterviewPrep.Web.Features.Drafts;
using InterviewPrep.Web.Features.Paper.Choices;

namespace InterviewPrep.Web.Features.Paper.Layout;

/// <summary>What is printed in one go.</summary>
/// <param name="Notices">Why something else is shown than was asked for.</param>
public sealed record SheetDocument(string Title, SheetChoices Choices, IReadOnlyList<SheetPage> Pages, IReadOnlyList<string> Notices)
{
    /// <summary>Pages of each copy where several people get one; 0 where the pages are numbered through.</summary>
    public int PagesPerCopy { get; init; }

    /// <summary>Words of the own answers in it that tell who the person is.</summary>
    public IReadOnlyList<IdentityHit> Identity { get; init; } = [];

    /// <summary>What stands at the foot of a page.</summary>
    public (int Number, int Total) NumberOf(int index) => Pages[index].Own ?? (PagesPerCopy > 0 ? (index % PagesPerCopy + 1, PagesPerCopy) : (index + 1, Pages.Count));

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

    /// <summary>Page number and count where a sheet for one of several people is numbered by itself.</summary>
    public (int Number, int Total)? Own { get; init; }
}

/// <summary>The code in the QR and the one for people.</summary>
/// <param name="Short">Empty where the figures are too large for it.</param>
public sealed record PageCodes(string Long, string Short);
