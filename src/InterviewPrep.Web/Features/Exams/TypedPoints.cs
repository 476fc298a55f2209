using System.Globalization;
using InterviewPrep.Web.Features.Paper.Exams;

namespace InterviewPrep.Web.Features.Exams;

/// <summary>Points by 测评要素, as a form brings them.</summary>
public static class TypedPoints
{
    /// <summary>Points are given in halves.</summary>
    public const double Step = .5;

    /// <returns>Null where one is missing or out of range.</returns>
    public static IReadOnlyList<ElementPoints>? Read(IReadOnlyList<ElementColumn> elements, IReadOnlyList<string?> typed)
    {
        if (typed.Count != elements.Count) return null;
        var scores = new List<ElementPoints>();
        foreach (var (element, text) in elements.Zip(typed))
        {
            if (!double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var points) || points < 0 || points > element.Weight) return null;
            scores.Add(new(element.Name, element.Weight, Math.Round(points / Step) * Step));
        }
        return scores;
    }
}
