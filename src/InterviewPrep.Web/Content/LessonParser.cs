using System.Text.RegularExpressions;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Content;

/// <summary>Reads <c>content/lessons/&lt;track&gt;/*.md</c>.</summary>
internal static partial class LessonParser
{
    private const string Example = "说给考官听", Mistake = "常见错误", ExerciseHeading = "练一句", SelfCheckHeading = "自测", AnswerHeading = "范例";
    private const int FewestChecks = 2, MostChecks = 4;

    /// <summary>Four to eight minutes of reading, with the exercise.</summary>
    private const int ShortestBody = 450, LongestBody = 1200;

    public static Lesson? Parse(SourceFile file, IReadOnlyDictionary<string, Framework> frameworks, ContentReading reading)
    {
        var problems = new ProblemList(file, reading);
        var (front, body) = FrontMatter.Read(file, problems);
        if (front is null) return null;

        var framework = front.Text("framework", required: false);
        var stage = front.Text("stage", required: false);
        var points = front.Words("points", required: false, out var pointLines);
        CheckFrame(front, frameworks, framework, stage, points, pointLines, problems);

        var (_, sections) = body.Split("## ");
        foreach (var heading in new[] { Example, Mistake, ExerciseHeading, SelfCheckHeading }.Where(h => sections.All(s => s.Heading != h)))
            problems.Add(body.Line, $"the section “## {heading}” is missing");
        var taught = body.Text.Split($"## {ExerciseHeading}", 2)[0];
        foreach (Match m in MarkTarget().Matches(taught).Where(m => StageOf(m.Groups[1].Value, frameworks) == 0))
            problems.Add(body.Line + taught[..m.Index].Count(c => c == '\n'), $"there is no scoring point “{m.Groups[1].Value}”");

        var zi = SpeechText.CountZi(MarkTarget().Replace(body.Text.Split($"## {Example}", 2)[0], "]"));
        if (zi is < ShortestBody or > LongestBody) problems.Add(body.Line, $"the lesson has {zi} 字 before the example; {ShortestBody} to {LongestBody} are allowed");

        var lesson = new Lesson(
            file.Slug, file.Folder, front.Text("title"), stage is "" ? null : stage, framework is "" ? null : framework,
            front.Number("minutes", 4, 8), front.Text("idea"), points, front.Words("questions"), MarkdownRenderer.ToHtml(taught, id => StageOf(id, frameworks)),
            [.. SiteLink().Matches(body.Text).Select(m => m.Groups[1].Value)],
            Exercise(sections, problems), SelfChecks(sections, problems));
        front.RefuseUnknownKeys();
        return problems.Keep(lesson, body.Line);
    }

    public static (Track Track, IReadOnlyList<string> Lessons)? ParseTrack(SourceFile file, ContentReading reading)
    {
        var problems = new ProblemList(file, reading);
        if (FrontMatter.Read(file, problems).Front is not { } front) return null;
        var track = new Track(file.Folder, front.Number("order", 1, 99), front.Text("title"), front.Text("summary"), []);
        var lessons = front.Words("lessons");
        front.RefuseUnknownKeys();
        return (track, lessons);
    }

    private static void CheckFrame(
        FrontMatter front, IReadOnlyDictionary<string, Framework> frameworks, string slug, string stage,
        IReadOnlyList<string> points, IReadOnlyList<int> lines, ProblemList problems)
    {
        if (slug.Length == 0)
        {
            if (stage.Length > 0 || points.Count > 0) problems.Add(front.Line, "“stage” and “points” need a “framework”");
            return;
        }
        if (!frameworks.TryGetValue(slug, out var framework))
        {
            problems.Add(front.LineOf("framework"), $"there is no frame “{slug}”");
            return;
        }
        if (stage.Length > 0 && framework.FindStage(stage) is null)
            problems.Add(front.LineOf("stage"), $"“{stage}” is not a stage of the frame “{slug}”");
        foreach (var (point, line) in points.Zip(lines).Where(p => framework.FindPoint(p.First) is null))
            problems.Add(line, $"“{point}” is not a point of the frame “{slug}”");
    }

    private static int StageOf(string point, IReadOnlyDictionary<string, Framework> frameworks) =>
        frameworks.Values.SelectMany(f => f.Stages).FirstOrDefault(s => s.Points.Any(p => p.Id == point))?.Number ?? 0;

    private static Exercise Exercise(IReadOnlyList<Section> sections, ProblemList problems)
    {
        if (sections.FirstOrDefault(s => s.Heading == ExerciseHeading) is not { } section) return new Exercise("", "");
        var (task, parts) = section.Body.Split("### ");
        var example = parts.FirstOrDefault(p => p.Heading == AnswerHeading);
        if (task.IsEmpty) problems.Add(section.Line, "the exercise has no task");
        if (example is null || example.Body.IsEmpty) problems.Add(section.Line, $"the exercise needs “### {AnswerHeading}”");
        return new Exercise(MarkdownRenderer.ToHtml(task.Text), example is null ? "" : string.Join("\n\n", example.Body.Paragraphs().Select(p => p.Text.TrimStart('>', ' '))));
    }

    private static List<SelfCheck> SelfChecks(IReadOnlyList<Section> sections, ProblemList problems)
    {
        if (sections.FirstOrDefault(s => s.Heading == SelfCheckHeading) is not { } section) return [];
        var (_, items) = section.Body.Split("### ");
        if (items.Count is < FewestChecks or > MostChecks)
            problems.Add(section.Line, $"{items.Count} self-check items; {FewestChecks} to {MostChecks} are needed");
        return [.. items.Select(i => SelfCheck(i, problems))];
    }

    private static SelfCheck SelfCheck(Section item, ProblemList problems)
    {
        var options = new List<SelfCheckOption>();
        foreach (var (line, number) in item.Body.Text.Split('\n').Select((l, i) => (l, item.Body.Line + i)).Where(l => l.l.Length > 0))
        {
            if (OptionSyntax().Match(line) is { Success: true } m)
                options.Add(new SelfCheckOption(m.Groups["text"].Value.Trim(), m.Groups["reason"].Value.Trim(), m.Groups["x"].Value == "x"));
            else problems.Add(number, "a self-check option is written “- [ ] option｜reason” or “- [x] option｜reason”");
        }
        if (options.Count is < 2 or > 4 || options.Count(o => o.IsRight) != 1)
            problems.Add(item.Line, $"“{item.Heading}” needs 2 to 4 options, exactly one of them right");
        return problems.Keep(new SelfCheck(item.Heading, options), item.Line);
    }

    [GeneratedRegex(@"\]\(([a-z]+\.[a-z]+)\)")]
    private static partial Regex MarkTarget();

    [GeneratedRegex(@"\]\((/[^)\s]*)\)")]
    private static partial Regex SiteLink();

    [GeneratedRegex(@"^- \[(?<x>[ x])\] (?<text>[^｜]+)｜(?<reason>.+)$")]
    private static partial Regex OptionSyntax();
}
