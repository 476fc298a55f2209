using System.Globalization;
using System.Text.RegularExpressions;

namespace InterviewPrep.Web.Content.Coaching;

/// <summary>How often a point was there in the answers that were measured, how often it was found, and how much of either was right.</summary>
public sealed record PointFigures(int There, int Found, double Precision, double Recall);

/// <summary>How well a frame's coach did on labelled answers that no training has seen; what is shown beside its findings.</summary>
/// <param name="Answers">How many answers were measured.</param>
/// <param name="All">All points together.</param>
/// <param name="Points">By id of the point.</param>
public sealed partial record CoachFigures(int Answers, PointFigures All, IReadOnlyDictionary<string, PointFigures> Points)
{
    /// <summary>Name of the file beside the weights: what <c>coach --table</c> prints.</summary>
    public const string File = "figures.txt";

    private const string AllPoints = "all points";

    /// <summary>The figures by frame; lines that are no figures are passed over.</summary>
    public static IReadOnlyDictionary<string, CoachFigures> Read(string path)
    {
        var byFrame = new Dictionary<string, CoachFigures>();
        if (!System.IO.File.Exists(path)) return byFrame;
        var (frame, answers) = ("", 0);
        var points = new Dictionary<string, PointFigures>();
        foreach (var line in System.IO.File.ReadLines(path))
        {
            if (FrameLine().Match(line) is { Success: true } head)
            {
                (frame, answers, points) = (head.Groups[1].Value, Whole(head.Groups[2]), []);
            }
            else if (FigureLine().Match(line) is { Success: true } row)
            {
                var figures = new PointFigures(Whole(row.Groups[2]), Whole(row.Groups[3]), Share(row.Groups[4]), Share(row.Groups[5]));
                if (row.Groups[1].Value == AllPoints) byFrame[frame] = new CoachFigures(answers, figures, points);
                else points[row.Groups[1].Value] = figures;
            }
        }
        return byFrame;
    }

    private static int Whole(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    private static double Share(Group group) => double.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(\S+): (\d+) answers, \d+ sentences$")]
    private static partial Regex FrameLine();

    [GeneratedRegex(@"^([a-z]+\.[a-z]+|all points) +(\d+) +(\d+) +(\d\.\d+) +(\d\.\d+) ")]
    private static partial Regex FigureLine();
}
