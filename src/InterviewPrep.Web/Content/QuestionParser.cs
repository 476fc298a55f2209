using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Content;

/// <summary>Reads <c>content/questions/&lt;type&gt;/*.md</c>.</summary>
internal static class QuestionParser
{
    /// <summary>Raised where more of a file is kept than before, so that files read earlier are brought in again.</summary>
    private const string Format = "2";

    public static QuestionContent? Parse(SourceFile file, IReadOnlyDictionary<string, Framework> frameworks, IReadOnlyDictionary<string, Material> materials, ContentReading reading)
    {
        var problems = new ProblemList(file, reading);
        var (front, body) = FrontMatter.Read(file, problems);
        if (front is null) return null;

        if (!QuestionTypes.Knows(file.Folder)) problems.Add(1, $"the folder “{file.Folder}” is not a question type");
        var framework = Framework(file, front, frameworks, problems);
        if (framework is null) return null;

        var (prompt, sections) = body.Split("## ");
        var picture = PictureParser.Parse(file, front, problems, reading);
        var material = Material(front, materials, problems);
        var question = new QuestionContent(
            file.Slug, file.Folder, front.Text("title"), front.Number("difficulty", 1, 5), framework.Slug, front.Text("why", required: false),
            front.Text("post"), front.Text("field"), Analysis(front), front.AllOf("elements", Elements.All, required: true), Points(front, framework, problems),
            FollowUps(front, framework, problems), PlainText(prompt), AnswerParser.Answers(sections, framework, problems),
            WeakAnswerParser.WeakAnswers(sections, problems), Sha256.Hex(string.Join('\n', Format, file.Text, picture?.Hash, material?.Text)))
        {
            Theme = front.OneOf("theme", Themes.All),
            Form = front.OneOf("form", Forms.Of(file.Folder)),
            Exams = front.AllOf("exams", Exams.All),
            Voices = front.AllOf("voices", Voices.All),
            Material = material,
            Picture = picture,
        };
        front.RefuseUnknownKeys();
        QuestionRules.Check(question, front, prompt.Line, problems);
        return problems.Keep(question, front.Line, prompt.Line);
    }

    private static Framework? Framework(SourceFile file, FrontMatter front, IReadOnlyDictionary<string, Framework> frameworks, ProblemList problems)
    {
        var slug = front.Text("framework");
        if (!frameworks.TryGetValue(slug, out var framework))
        {
            problems.Add(front.LineOf("framework"), $"there is no frame “{slug}”");
            return null;
        }
        if (!framework.Types.Contains(file.Folder) && front.Text("why", required: false).Length == 0)
            problems.Add(front.LineOf("framework"), $"the frame “{slug}” does not fit {QuestionTypes.Name(file.Folder)}; say in “why” what it is used for, or choose another");
        return framework;
    }

    private static Material? Material(FrontMatter front, IReadOnlyDictionary<string, Material> materials, ProblemList problems)
    {
        var slug = front.Text("material", required: false);
        if (slug.Length == 0) return null;
        if (!materials.TryGetValue(slug, out var material)) problems.Add(front.LineOf("material"), $"there is no material “{slug}”");
        return material;
    }

    private static Analysis Analysis(FrontMatter front)
    {
        if (front.Map("analysis") is not { } map) return new Analysis("", "", "");
        var analysis = new Analysis(map.Text("identity"), map.Text("conflict"), map.Text("order"));
        map.RefuseUnknownKeys();
        return analysis;
    }

    private static List<PointWeight> Points(FrontMatter front, Framework framework, ProblemList problems)
    {
        if (front.Map("points") is not { } map) return [];
        var points = map.Keys.Select(id => new PointWeight(id, map.Number(id, 1, 3))).ToList();
        foreach (var point in points.Where(p => framework.FindPoint(p.Point) is null))
            problems.Add(map.LineOf(point.Point), $"“{point.Point}” is not a point of the frame “{framework.Slug}”");
        return points;
    }

    private static List<FollowUp> FollowUps(FrontMatter front, Framework framework, ProblemList problems)
    {
        var followUps = new List<FollowUp>();
        foreach (var map in front.Items("followups", required: false))
        {
            var followUp = new FollowUp(map.Text("when"), map.Text("missing", required: false), map.Text("ask"), map.Text("reply", required: false), map.Flag("always"));
            if (followUp.Missing.Length > 0 && framework.FindPoint(followUp.Missing) is null)
                problems.Add(map.LineOf("missing"), $"“{followUp.Missing}” is not a point of the frame “{framework.Slug}”");
            map.RefuseUnknownKeys();
            followUps.Add(problems.Keep(followUp, map.Line));
        }
        return followUps;
    }

    /// <summary>Paragraphs without markup, one blank line between them.</summary>
    public static string PlainText(Body body) => string.Join("\n\n", body.Paragraphs().Select(p => p.Text));
}
