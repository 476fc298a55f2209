using System.Globalization;

namespace InterviewPrep.Web.Features.Classes.Import;

/// <summary>How many lines of a roster file were taken over, as it is handed from one page to the next in the address.</summary>
/// <param name="Left">Lines that were not taken over.</param>
public sealed record ImportResult(int Added, int Changed, int Left)
{
    private const char Separator = '-';

    public static ImportResult Of(RosterPlan plan) =>
        new(plan.CountOf(RosterOutcome.New), plan.CountOf(RosterOutcome.Changed), plan.CountOf(RosterOutcome.Conflict) + plan.CountOf(RosterOutcome.Odd));

    /// <returns>Null for anything that no import wrote.</returns>
    public static ImportResult? Read(string? text)
    {
        var numbers = (text ?? "").Split(Separator).Select(n => int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null).ToList();
        return numbers is [{ } added, { } changed, { } left] ? new(added, changed, left) : null;
    }

    public override string ToString() => string.Join(Separator, Added, Changed, Left);
}
