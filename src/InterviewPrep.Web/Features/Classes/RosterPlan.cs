using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Classes;

/// <summary>What a line of an uploaded roster would do.</summary>
public enum RosterOutcome
{
    New,
    Changed,
    Unchanged,

    /// <summary>Equal to a line above it, and counted once with that.</summary>
    Repeated,

    /// <summary>Not taken over unless the person says so; the reason says why.</summary>
    Odd,

    /// <summary>Not taken over; the reason says why.</summary>
    Conflict,
}

/// <summary>A line of an uploaded file.</summary>
/// <param name="Row">Row in the file, from 1, as the spreadsheet counts.</param>
/// <param name="Doubt">Why number or name may not be what was typed in; empty where they are.</param>
/// <param name="OddLength">Characters that nearly all other numbers have, where this one has more or fewer; else 0.</param>
/// <param name="SameAs">The row of the equal line above it; else 0.</param>
public sealed record RosterLine(int Row, string Number, string Name, string Doubt = "", int OddLength = 0, int SameAs = 0);

/// <param name="Reason">For a conflict what is wrong, for a change the old name; else empty.</param>
public sealed record RosterFinding(RosterLine Line, RosterOutcome Outcome, string Reason);

/// <summary>What an uploaded roster would do to a class, shown before anything is written. The same file again is all unchanged.</summary>
public sealed class RosterPlan
{
    public const int MostLines = 2_000;

    private readonly SchoolClass schoolClass;

    private RosterPlan(SchoolClass schoolClass, IReadOnlyList<RosterFinding> findings) => (this.schoolClass, Findings) = (schoolClass, findings);

    public IReadOnlyList<RosterFinding> Findings { get; }

    /// <summary>Lines of the class's roster whose number the file does not have.</summary>
    public IReadOnlyList<RosterRow> Missing { get; private init; } = [];

    /// <summary>Compares a file with the roster; the class's Roster must be loaded.</summary>
    /// <param name="takesOdd">Whether numbers of another length than the rest are taken too.</param>
    public static RosterPlan Compare(SchoolClass schoolClass, IReadOnlyList<RosterLine> lines, bool takesOdd = false)
    {
        var known = schoolClass.Roster.ToDictionary(r => r.Number);
        var rows = lines.Where(l => l.SameAs == 0).ToLookup(l => RosterRow.Normal(l.Number));
        return new RosterPlan(schoolClass, [.. lines.Select(line =>
        {
            var number = RosterRow.Normal(line.Number);
            var name = line.Name.Trim();
            if (line.SameAs > 0) return new RosterFinding(line, RosterOutcome.Repeated, $"和第 {line.SameAs} 行一样，只算一次");
            if (Validate(number, name, line.Doubt) is { } reason) return new RosterFinding(line, RosterOutcome.Conflict, reason);
            if (rows[number].FirstOrDefault(l => l.Row != line.Row) is { } twin)
                return new RosterFinding(line, RosterOutcome.Conflict, $"学号 {number} 在第 {twin.Row} 行也有");
            var row = known.GetValueOrDefault(number);
            if (row is null && line.OddLength > 0 && !takesOdd)
                return new RosterFinding(line, RosterOutcome.Odd, $"学号有 {number.Length} 位，别的几乎都是 {line.OddLength} 位，请核对");
            if (row is null) return new RosterFinding(line, RosterOutcome.New, "");
            if (!PersonName.AreSame(row.Name, name)) return new RosterFinding(line, RosterOutcome.Changed, $"原来的姓名是{row.Name}");
            return row.LeftAt is null ? new RosterFinding(line, RosterOutcome.Unchanged, "") : new RosterFinding(line, RosterOutcome.Changed, "原来已移出名单");
        })])
        {
            Missing = [.. schoolClass.Roster.Where(r => r.LeftAt is null && !rows.Contains(r.Number)).OrderBy(r => r.Number, StringComparer.Ordinal)],
        };
    }

    public int CountOf(RosterOutcome outcome) => Findings.Count(f => f.Outcome == outcome);

    /// <summary>Takes the new and the changed lines over; the others are left out.</summary>
    public void Apply(DateTimeOffset now)
    {
        var known = schoolClass.Roster.ToDictionary(r => r.Number);
        foreach (var (line, outcome, _) in Findings)
        {
            if (outcome == RosterOutcome.New) schoolClass.Roster.Add(new RosterRow(line.Number, line.Name, now));
            if (outcome != RosterOutcome.Changed) continue;
            var row = known[RosterRow.Normal(line.Number)];
            row.Rename(line.Name);
            row.Return();
        }
    }

    private static string? Validate(string number, string name, string doubt) =>
        number.Length == 0 ? "缺学号"
        : number.Length > RosterRow.LongestNumber ? $"学号超过 {RosterRow.LongestNumber} 个字符"
        : name.Length == 0 ? "缺姓名"
        : name.Length > RosterRow.LongestName ? $"姓名超过 {RosterRow.LongestName} 个字符"
        : doubt.Length > 0 ? doubt
        : null;
}
