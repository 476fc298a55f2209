namespace InterviewPrep.Web.Content;

/// <summary>Reads <c>content/frameworks/*.md</c>.</summary>
internal static class FrameworkParser
{
    private const int MostStages = 4;

    public static Framework? Parse(SourceFile file, ContentReading reading)
    {
        var problems = new ProblemList(file, reading);
        var (front, body) = FrontMatter.Read(file, problems);
        if (front is null) return null;

        var types = front.Words("types");
        foreach (var type in types.Where(t => !QuestionTypes.Knows(t)))
            problems.Add(front.LineOf("types"), $"“{type}” is not a question type");
        var stages = front.Items("stages").Select((s, i) => Stage(s, i + 1, problems)).ToList();
        if (stages.Count is 0 or > MostStages)
            problems.Add(front.LineOf("stages"), $"a frame has 1 to {MostStages} stages");
        var framework = new Framework(file.Slug, front.Text("title"), front.Text("short"), types, stages, front.Text("because"), front.Words("checks", required: false), MarkdownRenderer.ToHtml(body.Text));
        front.RefuseUnknownKeys();
        return problems.Keep(framework, front.LineOf("stages"));
    }

    private static Stage Stage(FrontMatter map, int number, ProblemList problems)
    {
        var id = map.Text("id");
        var points = map.Items("points").Select(p => Point(p, id, problems)).ToList();
        var glyph = map.Text("glyph");
        if (glyph.Length != 1) problems.Add(map.LineOf("glyph"), "“glyph” is one character");
        var stage = new Stage(id, number, map.Text("name"), glyph, map.Text("aim"), map.Text("placeholder"), map.Number("seconds", 5, 300), points);
        map.RefuseUnknownKeys();
        return stage;
    }

    private static ScoringPoint Point(FrontMatter map, string stage, ProblemList problems)
    {
        var id = map.Text("id");
        if (!id.StartsWith(stage + ".", StringComparison.Ordinal))
            problems.Add(map.LineOf("id"), $"the point “{id}” must begin with its stage, “{stage}.”");
        var point = new ScoringPoint(id, map.Text("name"), map.Text("asks"), map.Words("cues", required: false))
        {
            Counts = map.Text("counts", required: false),
            CountsNot = map.Text("not", required: false),
            Half = map.Text("half", required: false),
            Example = map.Text("example", required: false),
        };
        map.RefuseUnknownKeys();
        return point;
    }
}
