using InterviewPrep.Web.Features.Assignments;

namespace InterviewPrep.Web.Features.Marking;

/// <summary>What putting another rubric in force does to the answers that are marked already; said before it is saved.</summary>
/// <param name="Marked">Answers that have a score of any element.</param>
/// <param name="Unchanged">Of these, answers whose scores all stay.</param>
/// <param name="Rescaled">Answers with a score that is converted, because the element's most changed.</param>
/// <param name="Dropped">Answers that lose the score of an element that is gone.</param>
/// <param name="Unfinished">Complete answers that go back into the queue, because an element is new.</param>
/// <param name="MeanBefore">Mean total of the complete answers; null where there are none.</param>
/// <param name="MeanAfter">The same afterwards, of those that stay complete.</param>
public sealed record RubricEffect(int Marked, int Unchanged, int Rescaled, int Dropped, int Unfinished, double? MeanBefore, double? MeanAfter)
{
    public static RubricEffect Of(RubricVersion from, IReadOnlyList<AssessmentElement> to, IReadOnlyCollection<IReadOnlyList<ElementScore>> marks)
    {
        var target = new RubricVersion(from.Number + 1, to, from.ById, from.At);
        var changes = marks.Where(m => m.Count > 0).Select(m => (Before: m, After: Convert(m, from, target))).ToList();
        bool IsRescaled(ElementScore s) => target.Find(s.Element) is { } e && e.Most != from.Find(s.Element)?.Most;
        static bool IsComplete(IReadOnlyList<ElementScore> scores, RubricVersion rubric) => rubric.Elements.All(e => scores.Any(s => s.Element == e.Key));
        static double? Mean(IEnumerable<IReadOnlyList<ElementScore>> marks) => marks.Select(m => (double?)m.Sum(s => s.Points)).Average();
        return new RubricEffect(changes.Count,
            changes.Count(c => c.After.SequenceEqual(c.Before) && IsComplete(c.Before, from) == IsComplete(c.After, target)),
            changes.Count(c => c.Before.Any(IsRescaled)),
            changes.Count(c => c.Before.Any(s => target.Find(s.Element) is null)),
            changes.Count(c => IsComplete(c.Before, from) && !IsComplete(c.After, target)),
            Mean(changes.Where(c => IsComplete(c.Before, from)).Select(c => c.Before)),
            Mean(changes.Where(c => IsComplete(c.After, target)).Select(c => c.After)));
    }

    /// <summary>Scores under another rubric: the same where the most is the same, in proportion where it is not, gone with their element.</summary>
    public static IReadOnlyList<ElementScore> Convert(IReadOnlyList<ElementScore> scores, RubricVersion from, RubricVersion to) =>
    [
        .. from element in to.Elements
           let score = scores.FirstOrDefault(s => s.Element == element.Key)
           where score is not null
           let most = @from.Find(element.Key)?.Most ?? element.Most
           select most == element.Most ? score : score with { Points = AssessmentElement.Round(score.Points * element.Most / most) },
    ];
}
