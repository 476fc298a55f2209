namespace InterviewPrep.Web.Content;

/// <summary>Reads <c>content/glossary/*.md</c> and <c>content/terms.md</c>.</summary>
internal static class GlossaryParser
{
    public static IReadOnlyList<GlossaryCard> ParseCards(SourceFile file, ContentReading reading)
    {
        var problems = new ProblemList(file, reading);
        var (front, body) = FrontMatter.Read(file, problems);
        if (front is null) return [];
        var point = front.Text("point");
        if (point != Path.GetFileName(file.File)[..^3]) problems.Add(front.LineOf("point"), "the file is named after its point");
        front.RefuseUnknownKeys();
        return [.. body.Split("## ").Sections.Select(s => problems.Keep(Card(s, point, problems), s.Line))];
    }

    public static IReadOnlyList<Term> ParseTerms(SourceFile file, IReadOnlyDictionary<string, Framework> frameworks, ContentReading reading)
    {
        var problems = new ProblemList(file, reading);
        if (FrontMatter.Read(file, problems).Front is not { } front) return [];
        var terms = front.Items("terms").Select(map => Term(map, frameworks, problems)).ToList();
        front.RefuseUnknownKeys();
        return terms;
    }

    private static Term Term(FrontMatter map, IReadOnlyDictionary<string, Framework> frameworks, ProblemList problems)
    {
        var term = new Term(map.Text("term"), map.Text("frame"), map.Text("stage"), map.Text("means"), map.Text("empty")) { Also = map.Words("also", required: false) };
        if (!frameworks.TryGetValue(term.Frame, out var frame))
            problems.Add(map.LineOf("frame"), $"there is no frame “{term.Frame}”");
        else if (frame.FindStage(term.Stage) is null)
            problems.Add(map.LineOf("stage"), $"“{term.Stage}” is not a stage of the frame “{term.Frame}”");
        map.RefuseUnknownKeys();
        return problems.Keep(term, map.Line);
    }

    private static GlossaryCard Card(Section section, string point, ProblemList problems)
    {
        string Line(string label, bool required = true)
        {
            var found = section.Body.Paragraphs().FirstOrDefault(p => p.Text.StartsWith(label, StringComparison.Ordinal)).Text;
            if (found is null && required) problems.Add(section.Line, $"the card has no “{label}”");
            return found?[label.Length..].Trim() ?? "";
        }
        var situation = Line("情境：", required: false);
        if (situation.Length > 0 && !Situations.All.Contains(situation))
            problems.Add(section.Line, $"“{situation}” is not one of {string.Join('、', Situations.All)}");
        return new GlossaryCard(point, section.Heading, Line("适合："), Line("不适合：")) { Situation = situation };
    }
}
