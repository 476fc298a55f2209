using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Classes.Import;

/// <summary>Which columns of a sheet are the roster, and from which row on. Columns count from 0.</summary>
/// <param name="FirstRow">As the spreadsheet counts.</param>
public sealed record RosterColumns(int Number, int Name, int FirstRow);

/// <summary>Makes lines of a roster out of the rows of a sheet: finds the heads below titles, in any order, or goes by the columns that were chosen.</summary>
public static class RosterTable
{
    /// <summary>Rows among which the heads are looked for: titles, dates and the school's name may stand above them.</summary>
    public const int MostHeadRows = 10;

    private static readonly string[]
        NumberHeads = ["学号", "学员号", "学员编号", "学生学号", "学籍号", "编号", "考号", "准考证号", "number"],
        NameHeads = ["姓名", "名字", "学员姓名", "学生姓名", "name"];

    public sealed record Result(IReadOnlyList<RosterLine> Lines, IReadOnlyList<RosterProblem> Problems);

    /// <returns>Null where no row names both columns.</returns>
    public static RosterColumns? Find(IReadOnlyList<SheetRow> rows)
    {
        var heads = rows.Take(MostHeadRows).ToList();
        for (var i = 0; i < heads.Count; i++)
        {
            if (Both(heads[i], heads[i], heads[i].Row + 1) is { } alone) return alone;
            // Heads of two rows: 学号 over both of them, 姓名 below a common one.
            if (i + 1 < heads.Count && (Both(heads[i], heads[i + 1], heads[i + 1].Row + 1) ?? Both(heads[i + 1], heads[i], heads[i + 1].Row + 1)) is { } together) return together;
        }
        return null;
    }

    public static Result Lines(IReadOnlyList<SheetRow> rows, RosterColumns columns)
    {
        var (lines, problems) = (new List<RosterLine>(), new List<RosterProblem>());
        foreach (var row in rows.Where(r => r.Row >= columns.FirstRow))
        {
            if (lines.Count == RosterPlan.MostLines)
            {
                problems.Add(new RosterProblem($"A{row.Row}", $"一次最多 {RosterPlan.MostLines} 行，从这一行起没有读。"));
                break;
            }
            var (number, name) = (Clean(row, columns.Number, isName: false, problems), Clean(row, columns.Name, isName: true, problems));
            lines.Add(new RosterLine(row.Row, number.Text, name.Text, number.Doubt.Length > 0 ? number.Doubt : name.Doubt));
        }
        if (lines.Count == 0) problems.Add(new RosterProblem("", "文件里没有学员。列名下面每行一名学员。"));
        return new(Repeated(Marked(lines)), problems);
    }

    /// <summary>As the spreadsheet names a column: A, Z, AA.</summary>
    public static string Letters(int column) => column < 26 ? $"{(char)('A' + column)}" : $"{Letters(column / 26 - 1)}{(char)('A' + column % 26)}";

    private static RosterColumns? Both(SheetRow numbers, SheetRow names, int firstRow) =>
        Index(numbers, NumberHeads) is { } number && Index(names, NameHeads) is { } name && number != name ? new(number, name, firstRow) : null;

    private static int? Index(SheetRow row, string[] heads)
    {
        for (var i = 0; i < row.Cells.Count; i++)
        {
            if (heads.Contains(Head(row.Cells[i].Text))) return i;
        }
        return null;
    }

    // 学号*, 学 号（必填） and 学号： are the same head.
    private static string Head(string text)
    {
        var folded = string.Concat(UnicodeForm.Compatible(HiddenCharacters.Remove(text, alsoJoiners: true)).Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant();
        return (folded.IndexOf('(', StringComparison.Ordinal) is var bracket and > 0 ? folded[..bracket] : folded).Trim('*', ':');
    }

    private static SheetCell Clean(SheetRow row, int column, bool isName, List<RosterProblem> problems)
    {
        var cell = column < row.Cells.Count ? row.Cells[column] : new SheetCell("");
        var where = $"{Letters(column)}{row.Row}";
        // A tab or a line end within a cell is a blank to the eye.
        var text = string.Concat(cell.Text.Select(c => c is '\t' or '\r' or '\n' ? ' ' : c)).Trim();
        if (HiddenCharacters.Find(text, alsoJoiners: !isName) is { } hidden)
        {
            problems.Add(new RosterProblem(where, $"里面有看不见的字符（{hidden}），已经去掉。"));
            text = HiddenCharacters.Remove(text, alsoJoiners: !isName).Trim();
        }
        return new(text, cell.Doubt.Length > 0 ? $"{where}：{cell.Doubt}" : "");
    }

    // Only where nearly all numbers have one length does another one say something.
    private static List<RosterLine> Marked(List<RosterLine> lines)
    {
        const int Fewest = 5;
        const double NearlyAll = 0.7;
        var lengths = lines.Where(l => l.Doubt.Length == 0).Select(l => RosterRow.Normal(l.Number).Length).Where(l => l > 0).ToList();
        if (lengths.Count < Fewest) return lines;
        var (usual, count) = lengths.CountBy(l => l).MaxBy(l => l.Value);
        if (count < NearlyAll * lengths.Count) return lines;
        return [.. lines.Select(l => RosterRow.Normal(l.Number).Length is var length && l.Doubt.Length == 0 && length > 0 && length != usual ? l with { OddLength = usual } : l)];
    }

    private static List<RosterLine> Repeated(List<RosterLine> lines)
    {
        var first = new Dictionary<(string, string), int>();
        return [.. lines.Select(l =>
        {
            var key = (RosterRow.Normal(l.Number), PersonName.Comparable(l.Name));
            return first.TryAdd(key, l.Row) || key.Item1.Length == 0 || key.Item2.Length == 0 ? l : l with { SameAs = first[key] };
        })];
    }
}
