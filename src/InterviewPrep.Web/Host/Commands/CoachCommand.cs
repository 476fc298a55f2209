using System.Text.Encodings.Web;
using System.Text.Json;
using InterviewPrep.Web.Content;
using InterviewPrep.Web.Content.Coaching;

namespace InterviewPrep.Web.Host.Commands;

/// <summary><c>coach …</c>: finds scoring points in text files, measures how well they are found, and learns anew.</summary>
internal static class CoachCommand
{
    /// <summary>The option that scores labelled lines.</summary>
    public const string Table = "--table";

    private const string Frame = "attitude-action-longterm";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary><c>coach FILE...</c>: the points of the four-stage frame in each file, a JSON line each.</summary>
    /// <returns>False where a file could not be read.</returns>
    public static bool Run(string contentFolder, string[] files, TextWriter output, TextWriter errors)
    {
        if (ContentLoader.Load(contentFolder).Library.Coaches.Of(Frame) is not { } coach)
        {
            errors.WriteLine($"nothing in {contentFolder} says what finds the points of “{Frame}”");
            return false;
        }
        var readAll = true;
        foreach (var file in files)
        {
            try
            {
                output.WriteLine(JsonSerializer.Serialize(Line(file, coach.Read(File.ReadAllText(file))), Json));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                errors.WriteLine($"{file}: {e.Message}");
                readAll = false;
            }
        }
        return readAll;
    }

    /// <summary><c>coach --table FOLDER</c>: how well the labelled points of a folder are found.</summary>
    /// <returns>False where a line could not be read, or there is none.</returns>
    public static bool RunTable(string contentFolder, string labels, TextWriter output, TextWriter errors)
    {
        var problems = new List<ContentProblem>();
        var answers = LabelReader.Read(labels, problems);
        foreach (var problem in problems) errors.WriteLine(problem);
        if (answers.Count == 0) errors.WriteLine($"there are no labelled lines in {labels}");
        if (answers.Count == 0 || problems.Count > 0) return false;
        var library = ContentLoader.Load(contentFolder).Library;
        foreach (var frame in answers.GroupBy(a => a.Frame.Length == 0 ? Frame : a.Frame))
        {
            if (library.Coaches.Of(frame.Key) is { } coach) CoachTable.Write(coach, [.. frame], output);
            else errors.WriteLine($"nothing says what finds the points of “{frame.Key}”");
        }
        return true;
    }

    /// <summary><c>coach train</c>: makes the weights of all frames anew.</summary>
    /// <returns>False where the content has problems.</returns>
    public static bool Train(string contentFolder, TextWriter output, TextWriter errors)
    {
        var problems = new List<ContentProblem>();
        var made = CoachWeights.Make(contentFolder, problems);
        foreach (var problem in problems) errors.WriteLine(problem);
        if (problems.Count > 0) return false;
        foreach (var (name, bytes) in made)
        {
            File.WriteAllBytes(Path.Combine(contentFolder, CoachLoader.Folder, name), bytes);
            output.WriteLine($"{name}  {bytes.Length / 1024} KB");
        }
        return true;
    }

    /// <summary><c>coach marks</c>: how many of the stretches that the bank marks are found, frame by frame, and which are not.</summary>
    /// <param name="labels">File that takes the marked answers as labelled lines; null for none.</param>
    public static void Marks(string contentFolder, string? labels, TextWriter output)
    {
        var library = ContentLoader.Load(contentFolder).Library;
        var rows = BankMarks.Rows(library).ToList();
        foreach (var row in rows.Where(r => !r.Found)) output.WriteLine($"{row.Question.Slug}  {row.Point}  {row.Words}");
        foreach (var frame in rows.GroupBy(r => r.Question.Framework))
            output.WriteLine(FormattableString.Invariant($"{frame.Key,-24} {frame.Count(r => r.Found),5} of {frame.Count(),5}  {frame.Average(r => r.Found ? 100 : 0):0.0} %"));
        if (labels is not null) File.WriteAllLines(labels, BankMarks.Labels(library).Select(a => JsonSerializer.Serialize(a, Json)));
    }

    // Of each point the best sentence; what does not count stands apart, and only where nothing else of the point does.
    private static object Line(string file, IReadOnlyList<Finding> findings)
    {
        var points = FrameCoach.Best(findings);
        var other = findings.Where(f => !f.Counts && points.All(p => p.Point != f.Point)).DistinctBy(f => f.Point);
        return new { File = file, Points = points.Select(Entry), Other = other.Select(Entry) };
    }

    private static object Entry(Finding f) => new { Id = f.Point, f.Start, f.Length, State = f.State.ToString().ToLowerInvariant() };
}
