using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Content;

/// <summary>Reads <c>content/questions/&lt;type&gt;/*.md</c>.</summary>
internal static class QuestionParser
{
    private const string AnswerHeading = "示例", WeakHeading = "弱答案", RepairHeading = "修改";

    public static QuestionContent? Parse(SourceFile file, IReadOnlyDictionary<string, Framework> frameworks, ICollection<ContentProblem> all)
    {
        var problems = new ProblemList(file, all);
        var (front, body) = FrontMatter.Read(file, problems);
        if (front is null) return null;

        if (!QuestionTypes.Knows(file.Folder)) problems.Add(1, $"the folder “{file.Folder}” is not a question type");
        var framework = Framework(file, front, frameworks, problems);
        if (framework is null) return null;

        var (prompt, sections) = body.Split("## ");
        var repair = sections.FirstOrDefault(s => s.Heading == RepairHeading)?.Body;
        var question = new QuestionContent(
            file.Slug, file.Folder, front.Text("title"), front.Number("difficulty", 1, 5), framework.Slug, front.Text("why", required: false),
            front.Text("post"), front.Text("field"), Analysis(front), ElementsOf(front, problems), Points(front, framework, problems),
            FollowUps(front, framework, problems), PlainText(prompt), Answers(sections, framework, problems),
            WeakAnswers(sections, repair is null ? "" : PlainText(repair), problems), Sha256.Hex(file.Text));
        front.RefuseUnknownKeys();
        QuestionRules.Check(question, front, prompt.Line, problems);
        return question;
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

    private static Analysis Analysis(FrontMatter front)
    {
        if (front.Map("analysis") is not { } map) return new Analysis("", "", "");
        var analysis = new Analysis(map.Text("identity"), map.Text("conflict"), map.Text("order"));
        map.RefuseUnknownKeys();
        return analysis;
    }

    private static IReadOnlyList<string> ElementsOf(FrontMatter front, ProblemList problems)
    {
        var elements = front.Words("elements");
        foreach (var element in elements.Where(e => !Elements.All.Contains(e)))
            problems.Add(front.LineOf("elements"), $"“{element}” is not one of {string.Join('、', Elements.All)}");
        return elements;
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
            var followUp = new FollowUp(map.Text("when"), map.Text("missing", required: false), map.Text("ask"));
            if (followUp.Missing.Length > 0 && framework.FindPoint(followUp.Missing) is null)
                problems.Add(map.LineOf("missing"), $"“{followUp.Missing}” is not a point of the frame “{framework.Slug}”");
            map.RefuseUnknownKeys();
            followUps.Add(followUp);
        }
        return followUps;
    }

    private static List<AnswerContent> Answers(IReadOnlyList<Section> sections, Framework framework, ProblemList problems)
    {
        var answers = new List<AnswerContent>();
        foreach (var section in sections)
        {
            if (section.Heading.StartsWith(AnswerHeading, StringComparison.Ordinal)) answers.Add(Answer(section, framework, problems));
            else if (!section.Heading.StartsWith(WeakHeading, StringComparison.Ordinal) && section.Heading != RepairHeading)
                problems.Add(section.Line, $"“## {section.Heading}” is not a section of a question (示例一：…, 弱答案：…, 修改)");
        }
        return answers;
    }

    private static AnswerContent Answer(Section section, Framework framework, ProblemList problems)
    {
        var (before, parts) = section.Body.Split("### ");
        if (!before.IsEmpty) problems.Add(section.Line, "text before the first stage; every sentence belongs to a stage");
        if (!parts.Select(p => p.Heading).SequenceEqual(framework.Stages.Select(s => s.Name)))
            problems.Add(section.Line, $"the stages must be {string.Join(" → ", framework.Stages.Select(s => "### " + s.Name))}");
        var stages = new List<StageText>();
        foreach (var (part, stage) in parts.Zip(framework.Stages))
        {
            if (part.Body.IsEmpty) problems.Add(part.Line, $"the stage {stage.Name} is empty");
            var text = MarkedText.Parse(part.Body, problems);
            foreach (var mark in text.Marks.Where(m => framework.FindPoint(m.Id) is null))
                problems.Add(part.Line, $"“{mark.Id}” is not a point of the frame “{framework.Slug}”");
            stages.Add(new StageText(stage.Id, text));
        }
        return new AnswerContent(TitleOf(section, problems), stages);
    }

    private static List<WeakAnswer> WeakAnswers(IReadOnlyList<Section> sections, string repair, ProblemList problems)
    {
        var weak = new List<WeakAnswer>();
        foreach (var section in sections.Where(s => s.Heading.StartsWith(WeakHeading, StringComparison.Ordinal)))
        {
            var text = MarkedText.Parse(section.Body, problems);
            if (text.Marks.Count == 0) problems.Add(section.Line, "a weak answer marks what is wrong with it");
            foreach (var mark in text.Marks)
            {
                if (!Faults.Knows(mark.Id)) problems.Add(section.Line, $"“{mark.Id}” is not a kind of fault");
                if (string.IsNullOrWhiteSpace(mark.Note)) problems.Add(section.Line, $"the fault “{text.Text.Substring(mark.Start, mark.Length)}” has no reason");
            }
            if (repair.Length == 0) problems.Add(section.Line, "a weak answer needs “## 修改”: how it is repaired");
            weak.Add(new WeakAnswer(TitleOf(section, problems), text, repair));
        }
        return weak;
    }

    private static string TitleOf(Section section, ProblemList problems)
    {
        var colon = section.Heading.IndexOf('：');
        if (colon >= 0 && colon < section.Heading.Length - 1) return section.Heading[(colon + 1)..].Trim();
        problems.Add(section.Line, "the heading needs a title after “：”");
        return section.Heading;
    }

    private static string PlainText(Body body) => string.Join("\n\n", body.Paragraphs().Select(p => p.Text));
}
