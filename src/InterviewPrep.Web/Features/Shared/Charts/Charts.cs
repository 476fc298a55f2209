using System.Globalization;

namespace InterviewPrep.Web.Features.Shared.Charts;

/// <summary>A part of a bar.</summary>
/// <param name="Look">Class that gives colour and pattern; never colour alone.</param>
public sealed record BarPart(string Name, double Share, string Look, string Figure);

/// <summary>A bar with its label; the parts stand side by side and fill it at most once.</summary>
/// <param name="Address">Where what is behind the bar can be seen; empty where nothing is.</param>
public sealed record Bar(string Label, IReadOnlyList<BarPart> Parts, string Note = "", string Address = "");

/// <summary>Bars that are drawn as SVG, with the same figures in a table.</summary>
public sealed record BarChart(string Name, string LabelName, IReadOnlyList<Bar> Bars)
{
    /// <summary>Width in per cent of the bar, as SVG writes it.</summary>
    public static string Percent(double share) => (100 * Math.Clamp(share, 0, 1)).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}

public sealed record LinePoint(string Label, DateOnly Day, double Percent);

/// <summary>Per cents over time, as a line with a table.</summary>
public sealed record LineChart(string Name, IReadOnlyList<LinePoint> Points)
{
    public const int Width = 360, Height = 170, Left = 42, Right = 334, Top = 10, Bottom = 140;

    private const int MostDates = 5;

    /// <summary>Place of a point: by its day, so that a week without work is seen as a gap.</summary>
    public double X(LinePoint point)
    {
        var (first, last) = (Points.Min(p => p.Day.DayNumber), Points.Max(p => p.Day.DayNumber));
        return last == first ? Left + (Right - Left) * (Points.ToList().IndexOf(point) + 0.5) / Points.Count
            : Left + (Right - Left) * (0.03 + 0.94 * (point.Day.DayNumber - first) / (last - first));
    }

    public static double Y(double percent) => Bottom - (Bottom - Top) * Math.Clamp(percent, 0, 100) / 100;

    public string Path => string.Join(' ', Points.Select(p => $"{Number(X(p))},{Number(Y(p.Percent))}"));

    /// <summary>Points whose date is written below, so that the dates do not lie on each other.</summary>
    public IEnumerable<LinePoint> Dated => Points.Where((_, i) => i % ((Points.Count - 1) / MostDates + 1) == 0);

    public static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
