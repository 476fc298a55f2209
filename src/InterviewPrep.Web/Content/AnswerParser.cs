namespace InterviewPrep.Web.Content;

/// <summary>Reads the model answers of a question.</summary>
internal static class AnswerParser
{
    public const string AnswerHeading = "示例";

    public static List<AnswerContent> Answers(IReadOnlyList<Section> sections, Framework framework, ProblemList problems)
    {
        var answers = new List<AnswerContent>();
        foreach (var section in sections)
        {
            if (section.Heading.StartsWith(AnswerHeading, StringComparison.Ordinal)) answers.Add(Answer(section, framework, problems));
            else if (!WeakAnswerParser.IsOwn(section))
                problems.Add(section.Line, $"“## {section.Heading}” is not a section of a question (示例一：…, 弱答案：…, 修改)");
        }
        return answers;
    }

    /// <summary>What stands behind the colon of a heading.</summary>
    public static string TitleOf(Section section, ProblemList problems)
    {
        var colon = section.Heading.IndexOf('：');
        if (colon >= 0 && colon < section.Heading.Length - 1) return section.Heading[(colon + 1)..].Trim();
        problems.Add(section.Line, "the heading needs a title after “：”");
        return section.Heading;
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
        return problems.Keep(new AnswerContent(TitleOf(section, problems), stages), section.Line);
    }
}
