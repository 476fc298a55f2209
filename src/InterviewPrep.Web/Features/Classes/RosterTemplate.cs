using InterviewPrep.Web.Features.Shared.Spreadsheets;

namespace InterviewPrep.Web.Features.Classes;

/// <summary>A roster as a file that can be filled in and imported as it is.</summary>
public static class RosterTemplate
{
    public static Table Of(IEnumerable<(string Number, string Name)> rows) =>
        new("花名册", ["学号", "姓名"], [.. rows.Select(IReadOnlyList<object?> (r) => [r.Number, r.Name])]) { IsFilledIn = true };
}
