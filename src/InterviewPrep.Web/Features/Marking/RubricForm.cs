using System.Globalization;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Marking;

/// <summary>A rubric as it is edited. A row without a name is none.</summary>
public sealed class RubricForm
{
    /// <summary>Number of the version that was shown.</summary>
    public int Number { get; set; }

    public List<Row> Rows { get; set; } = [];

    public sealed class Row
    {
        /// <summary>Stays with the element while it is renamed or rescaled; empty for a new one.</summary>
        public string? Key { get; set; }

        public string? Name { get; set; }

        public ElementKind Kind { get; set; }

        public string? Most { get; set; }

        public string? Good { get; set; }

        public string? Fair { get; set; }

        public string? Looks { get; set; }
    }

    public static RubricForm Of(RubricVersion rubric) => new()
    {
        Number = rubric.Number,
        Rows = [.. rubric.Elements.Select(e => new Row { Key = e.Key, Name = e.Name, Kind = e.Kind, Most = MarkForm.Points(e.Most), Good = MarkForm.Points(e.GoodFrom), Fair = MarkForm.Points(e.FairFrom), Looks = e.Looks })],
    };

    /// <summary>The elements that it says; bands that are left open take the usual share.</summary>
    /// <param name="used">Keys that scores may name from earlier versions: a new element never takes one of these.</param>
    public IReadOnlyList<AssessmentElement> Read(IReadOnlyCollection<string> used)
    {
        var taken = used.Concat(Rows.Select(r => r.Key ?? "")).ToHashSet();
        var elements = new List<AssessmentElement>();
        foreach (var row in Rows.Where(r => !string.IsNullOrWhiteSpace(r.Name)))
        {
            var most = Figure(row.Most) ?? 0;
            var key = row.Key is { Length: > 0 } known && used.Contains(known) ? known : NewKey(taken);
            var usual = RubricDefaults.Element(key, row.Name!.Trim(), most, (row.Looks ?? "").ReplaceLineEndings("\n").Trim());
            elements.Add(usual with { Kind = row.Kind, GoodFrom = Figure(row.Good) ?? usual.GoodFrom, FairFrom = Figure(row.Fair) ?? usual.FairFrom });
        }
        return elements;
    }

    private static string NewKey(HashSet<string> taken)
    {
        var n = 1;
        while (!taken.Add($"e{n}")) n++;
        return $"e{n}";
    }

    private static double? Figure(string? typed) =>
        double.TryParse(SpeechText.Fold(typed ?? "").Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
