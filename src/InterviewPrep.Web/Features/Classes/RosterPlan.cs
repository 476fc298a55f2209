using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Classes;

/// <summary>What a line of an uploaded roster would do.</summary>
public enum RosterOutcome
{
    New,
    Changed,
    Unchanged,

    /// <summary>Not taken over; the reason says why.</summary>
    Conflict,
}

/// <summary>A line of an uploaded file.</summary>
/// <param name="Row">Row in the file, from 1, as the spreadsheet counts.</param>
public sealed record RosterLine(int Row, string Number, string Name);

/// <param name="Reason">For a conflict what is wrong, for a change the old name; else empty.</param>
public sealed record RosterFinding(RosterLine Line, RosterOutcome Outcome, string Reason);

/// <summary>What an uploaded roster would do to a class, shown before anything is written. The same file again is all unchanged.</summary>
public sealed class RosterPlan
{
    public const int MostLines = 2_000;

    private readonly SchoolClass schoolClass;

    private RosterPlan(SchoolClass schoolClass, IReadOnlyList<RosterFinding> findings) => (this.schoolClass, Findings) = (schoolClass, findings);

    public IReadOnlyList<RosterFinding> Findings { get; }

    /// <summary>Compares a file with the roster; the class's Roster must be loaded.</summary>
    public static RosterPlan Compare(SchoolClass schoolClass, IReadOnlyList<RosterLine> lines)
    {
        var known = schoolClass.Roster.ToDictionary(r => r.Number);
        var rows = lines.ToLookup(l => RosterRow.Normal(l.Number));
        return new RosterPlan(schoolClass, [.. lines.Select(line =>
        {
            var number = RosterRow.Normal(line.Number);
            var name = line.Name.Trim();
            if (Validate(number, name) is { } reason) return new RosterFinding(line, RosterOutcome.Conflict, reason);
            if (rows[number].FirstOrDefault(l => l.Row != line.Row) is { } twin)
                return new RosterFinding(line, RosterOutcome.Conflict, $"学号 {number} 在第 {twin.Row} 行也有");
            if (!known.TryGetValue(number, out var row)) return new RosterFinding(line, RosterOutcome.New, "");
            if (!PersonName.AreSame(row.Name, name)) return new RosterFinding(line, RosterOutcome.Changed, $"原来的姓名是{row.Name}");
            return row.LeftAt is null ? new RosterFinding(line, RosterOutcome.Unchanged, "") : new RosterFinding(line, RosterOutcome.Changed, "原来已移出名单");
        })]);
    }

    /// <summary>Takes the new and the changed lines over; conflicts are left out.</summary>
    public void Apply(DateTimeOffset now)
    {
        foreach (var (line, outcome, _) in Findings)
        {
            if (outcome == RosterOutcome.New) schoolClass.Roster.Add(new RosterRow(line.Number, line.Name, now));
            if (outcome != RosterOutcome.Changed) continue;
            var row = schoolClass.Roster.Single(r => r.Number == RosterRow.Normal(line.Number));
            row.Rename(line.Name);
            row.Return();
        }
    }

    private static string? Validate(string number, string name) =>
        number.Length == 0 ? "缺学号"
        : number.Length > RosterRow.LongestNumber ? $"学号超过 {RosterRow.LongestNumber} 个字符"
        : name.Length == 0 ? "缺姓名"
        : name.Length > RosterRow.LongestName ? $"姓名超过 {RosterRow.LongestName} 个字符"
        : null;
}
