namespace InterviewPrep.Web.Features.Classes.Import;

/// <summary>A row of an uploaded sheet.</summary>
/// <param name="Row">As the spreadsheet counts, from 1.</param>
/// <param name="Cells">From column A on.</param>
public sealed record SheetRow(int Row, IReadOnlyList<SheetCell> Cells)
{
    public bool IsEmpty => Cells.All(c => string.IsNullOrWhiteSpace(c.Text));
}

/// <param name="Text">What the spreadsheet shows.</param>
/// <param name="Doubt">Why it may not be what was typed in, for the person; empty where it is.</param>
public readonly record struct SheetCell(string Text, string Doubt = "")
{
    /// <summary>Longer than any accepted number or name; the rest is cut off.</summary>
    public const int Longest = 200;
}

/// <summary>What a sheet may hold at most. Costs of reading stay in proportion to the file that way.</summary>
public static class SheetLimits
{
    /// <summary>Rows that are looked at, empty ones too.</summary>
    public const int Rows = 10_000;

    /// <summary>Empty rows one after the other behind which nothing more is expected.</summary>
    public const int EmptyRows = 1_000;

    public const int Columns = 100;

    /// <summary>Texts that cells of a workbook share.</summary>
    public const int SharedTexts = 200_000;

    /// <summary>Bytes of one part of a workbook when it is unpacked.</summary>
    public const long Unpacked = 16 * 1024 * 1024;

    /// <summary>Elements of a part that stand in one another.</summary>
    public const int Depth = 32;
}

/// <summary>A file that cannot be read as a roster, with the reason for the person.</summary>
public sealed class SheetException(string reason) : Exception(reason);
