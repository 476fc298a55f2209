namespace InterviewPrep.Web.Content;

/// <summary>Reads <c>content/papers/*.md</c> and <c>content/materials/*.md</c>.</summary>
internal static class PaperParser
{
    public static ExamPaper? Parse(SourceFile file, ContentReading reading)
    {
        var problems = new ProblemList(file, reading);
        var (front, body) = FrontMatter.Read(file, problems);
        if (front is null) return null;
        var minutes = front.Number("minutes", 5, 60);
        var paper = new ExamPaper(file.Slug, front.Text("title"), minutes, front.Text("post"), front.Words("questions"), body.Text.Trim())
        {
            Exam = front.OneOf("exam", Exams.All),
            Layout = front.Text("layout", required: false),
        };
        // A paper without a layout follows the usual one: 3 questions in 15 minutes, 4 in 20.
        if (paper.Layout.Length == 0 && paper.Questions.Count * 5 != minutes)
            problems.Add(front.LineOf("questions"), $"{paper.Questions.Count} questions do not fit {minutes} minutes; five minutes each are usual");
        front.RefuseUnknownKeys();
        return problems.Keep(paper, front.LineOf("questions"));
    }

    public static Material? ParseMaterial(SourceFile file, ContentReading reading)
    {
        var problems = new ProblemList(file, reading);
        var (front, body) = FrontMatter.Read(file, problems);
        if (front is null) return null;
        var material = new Material(file.Slug, front.Text("title"), front.Number("reading", 2, 6), front.OneOf("theme", Themes.All, required: true),
            body.Text.Trim(), MarkdownRenderer.ToHtml(body.Text));
        front.RefuseUnknownKeys();
        return problems.Keep(material, body.Line);
    }
}
