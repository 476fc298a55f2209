using System.Text.Encodings.Web;
using System.Text.Json;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Classes.Import;

/// <summary>What the page carries from one step to the next, because nothing is stored before the person has seen it: lines, and the sheet they came from.</summary>
internal static class RosterForm
{
    /// <summary>Columns among which the person may choose.</summary>
    public const int Columns = 26;

    /// <summary>A longer sheet is not carried: its columns cannot be chosen then.</summary>
    private const int LongestSheet = 1_000_000;

    /// <summary>Stands between what a cell shows and the doubt about it; no cell that was read holds it.</summary>
    private const char DoubtMark = '\u001F';

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(IReadOnlyList<RosterLine> lines) => JsonSerializer.Serialize(lines, Json);

    /// <returns>Null where it is no such text.</returns>
    public static List<RosterLine>? ReadLines(string? text)
    {
        var read = Parse<List<RosterLine>>(text);
        var good = read?.Count is > 0 and <= RosterPlan.MostLines && read.All(l => l is { Number: not null, Name: not null, Doubt: not null } && ForbiddenCharacters.Find(l.Number + l.Name + l.Doubt) is null);
        return good ? read : null;
    }

    /// <returns>Empty where the sheet is too large to be carried.</returns>
    public static string Write(IReadOnlyList<SheetRow> rows)
    {
        var text = JsonSerializer.Serialize(rows.Select(r => r.Cells.Take(Columns).Select(c => c.Doubt.Length > 0 ? c.Text + DoubtMark + c.Doubt : c.Text).Prepend($"{r.Row}")), Json);
        return text.Length <= LongestSheet ? text : "";
    }

    /// <returns>Null where it is no such text.</returns>
    public static List<SheetRow>? ReadSheet(string? text)
    {
        if (text?.Length > LongestSheet || Parse<List<string[]>>(text) is not { Count: > 0 and <= RosterPlan.MostLines + RosterTable.MostHeadRows } read) return null;
        var rows = new List<SheetRow>();
        foreach (var cells in read)
        {
            if (cells is null or [] || cells.Contains(null) || !int.TryParse(cells[0], out var row)) return null;
            rows.Add(new SheetRow(row, [.. cells.Skip(1).Select(c => c.Split(DoubtMark, 2) is [var shown, var doubt] ? new SheetCell(shown, doubt) : new SheetCell(c))]));
        }
        return rows;
    }

    private static T? Parse<T>(string? text)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text ?? "");
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
