namespace InterviewPrep.Web.Content;

/// <summary>Reads <c>content/papers/*.md</c> and <c>content/glossary/*.md</c>.</summary>
internal static class PaperParser
{
    public static Paper? Parse(SourceFile file, ICollection<ContentProblem> all)
    {
        var problems = new ProblemList(file, all);
        var (front, body) = FrontMatter.Read(file, problems);
        if (front is null) return null;
        var minutes = front.Number("minutes", 10, 30);
        var paper = new Paper(file.Slug, front.Text("title"), minutes, front.Text("post"), front.Words("questions"), body.Text.Trim());
        // Stock layouts: 3 questions in 15 minutes, 4 in 20.
        if (paper.Questions.Count * 5 != minutes)
            problems.Add(front.LineOf("questions"), $"{paper.Questions.Count} questions do not fit {minutes} minutes; five minutes each are usual");
        front.RefuseUnknownKeys();
        return paper;
    }

    public static IReadOnlyList<GlossaryCard> ParseCards(SourceFile file, ICollection<ContentProblem> all)
    {
        var problems = new ProblemList(file, all);
        var (front, body) = FrontMatter.Read(file, problems);
        if (front is null) return [];
        var point = front.Text("point");
        if (point != Path.GetFileName(file.File)[..^3]) problems.Add(front.LineOf("point"), "the file is named after its point");
        front.RefuseUnknownKeys();
        return [.. body.Split("## ").Sections.Select(s => Card(s, point, problems))];
    }

    private static GlossaryCard Card(Section section, string point, ProblemList problems)
    {
        string Line(string label)
        {
            var found = section.Body.Paragraphs().FirstOrDefault(p => p.Text.StartsWith(label, StringComparison.Ordinal)).Text;
            if (found is null) problems.Add(section.Line, $"the card has no “{label}”");
            return found?[label.Length..].Trim() ?? "";
        }
        return new GlossaryCard(point, section.Heading, Line("适合："), Line("不适合："));
    }
}
