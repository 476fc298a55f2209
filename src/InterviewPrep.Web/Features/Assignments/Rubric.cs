using InterviewPrep.Web.Content;

namespace InterviewPrep.Web.Features.Assignments;

/// <summary>How an element of a rubric is scored. What is kept is always a number of points.</summary>
public enum ElementKind
{
    /// <summary>By 好, 中 or 差; a band counts as its midpoint until points are given.</summary>
    Bands,

    /// <summary>By points.</summary>
    Points,
}

public enum Band
{
    Poor,
    Fair,
    Good,
}

/// <summary>An element of a rubric (测评要素).</summary>
/// <param name="Key">Stays the same while the element is renamed or rescaled; scores name it.</param>
/// <param name="Most">Most points.</param>
/// <param name="GoodFrom">From so many points on it is 好.</param>
/// <param name="FairFrom">From so many points on it is 中.</param>
/// <param name="Looks">观察要点; may be empty.</param>
public sealed record AssessmentElement(string Key, string Name, ElementKind Kind, double Most, double GoodFrom, double FairFrom, string Looks)
{
    /// <summary>Points go in halves.</summary>
    public const double Step = 0.5;

    public Band BandOf(double points) => points >= GoodFrom ? Band.Good : points >= FairFrom ? Band.Fair : Band.Poor;

    /// <summary>The points that a band counts as: its midpoint.</summary>
    public double PointsOf(Band band) => band switch
    {
        Band.Good => Round((GoodFrom + Most) / 2),
        Band.Fair => Round((FairFrom + GoodFrom - Step) / 2),
        _ => Round(Math.Max(0, FairFrom - Step) / 2),
    };

    public bool Allows(double points) => points >= 0 && points <= Most && Round(points) == points;

    /// <summary>To the nearest half point.</summary>
    public static double Round(double points) => Math.Round(points / Step, MidpointRounding.AwayFromZero) * Step;
}

/// <summary>A rubric as it was at one time. Never changed: a mark keeps the one that it was given by.</summary>
public sealed class RubricVersion
{
    public const int MostElements = 12, LongestName = 20, LongestLooks = 300, MostPoints = 200;

    private RubricVersion()
    {
    }

    public RubricVersion(int number, IReadOnlyList<AssessmentElement> elements, Guid by, DateTimeOffset now) =>
        (Number, Elements, ById, At) = (number, elements, by, now);

    public int Id { get; private set; }

    public Guid AssignmentQuestionId { get; private set; }

    public int Number { get; private set; }

    public IReadOnlyList<AssessmentElement> Elements { get; private set; } = [];

    public Guid ById { get; private set; }

    public DateTimeOffset At { get; private set; }

    public double Most => Elements.Sum(e => e.Most);

    /// <summary>The elements that a set of scored keys leaves out, in order.</summary>
    public IReadOnlyList<AssessmentElement> UnscoredIn(IEnumerable<string> scored) => [.. Elements.ExceptBy(scored, e => e.Key)];

    public AssessmentElement? Find(string key) => Elements.FirstOrDefault(e => e.Key == key);

    /// <summary>What is wrong with elements that somebody wants to put in force.</summary>
    public static IEnumerable<string> Problems(IReadOnlyList<AssessmentElement> elements)
    {
        if (elements.Count is 0 or > MostElements) yield return $"要有 1 到 {MostElements} 个要素。";
        if (elements.DistinctBy(e => e.Key).Count() != elements.Count || elements.DistinctBy(e => e.Name.Trim()).Count() != elements.Count) yield return "两个要素不能同名。";
        foreach (var e in elements)
        {
            if (e.Name.Trim().Length is 0 or > LongestName) yield return $"要素要有名称，最多 {LongestName} 个字符。";
            if (e.Looks.Length > LongestLooks) yield return $"「{e.Name}」的观察要点最多 {LongestLooks} 个字符。";
            if (e.Most is < 1 or > MostPoints || AssessmentElement.Round(e.Most) != e.Most) yield return $"「{e.Name}」的满分是 1 到 {MostPoints}，以半分为单位。";
            else if (!(e.FairFrom > 0 && e.FairFrom < e.GoodFrom && e.GoodFrom <= e.Most)) yield return $"「{e.Name}」的分档要从低到高：差、中、好。";
        }
    }
}

/// <summary>The rubric that a question brings along: its measured elements, sharing a hundred points. A default to change, nothing official.</summary>
public static class RubricDefaults
{
    private const double Total = 100, Unit = 5, GoodShare = 0.8, FairShare = 0.4;

    public static IReadOnlyList<AssessmentElement> For(IReadOnlyList<string> elements)
    {
        var names = elements.Count > 0 ? elements : [Elements.All[0], Elements.All[1]];
        var units = (int)(Total / Unit);
        return [.. names.Select((name, i) => Element($"e{i + 1}", name, Unit * (units / names.Count + (i < units % names.Count ? 1 : 0))))];
    }

    /// <summary>An element with the usual bands: of ten points 好 from 8, 中 from 4.</summary>
    public static AssessmentElement Element(string key, string name, double most, string looks = "") =>
        new(key, name, ElementKind.Points, most, AssessmentElement.Round(most * GoodShare), AssessmentElement.Round(most * FairShare), looks);
}
