using InterviewPrep.Web.Features.Shared.Spreadsheets;

namespace InterviewPrep.Web.Features.Classes;

/// <summary>A roster as a file that can be filled in and imported as it is.</summary>
public static class RosterTemplate
{
    /// <summary>The class's own roster; two examples where it is empty.</summary>
    public static Table Of(SchoolClass schoolClass)
    {
        var rows = schoolClass.Roster.Where(r => r.LeftAt is null).OrderBy(r => r.Number, StringComparer.Ordinal).Select(r => (r.Number, r.Name)).ToList();
        if (rows.Count == 0) rows = [("2026001", "学员一"), ("2026002", "学员二")];
        return Of(rows);
    }

    public static Table Of(IEnumerable<(string Number, string Name)> rows) =>
        new("花名册", ["学号", "姓名"], [.. rows.Select(IReadOnlyList<object?> (r) => [r.Number, r.Name])]) { IsFilledIn = true };
}
