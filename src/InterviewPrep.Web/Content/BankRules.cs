namespace InterviewPrep.Web.Content;

/// <summary>What the bank must satisfy as a whole: no shared wording, and links that lead somewhere.</summary>
internal static class BankRules
{
    public static void Check(ContentLibrary library, ContentReading reading)
    {
        void Add(object item, string message) => reading.Problems.Add(new ContentProblem(reading.Sources.FileOf(item), 1, message));

        foreach (var lesson in library.Lessons)
        {
            foreach (var slug in lesson.Questions.Where(s => library.FindQuestion(s) is null)) Add(lesson, $"there is no question “{slug}”");
        }
        foreach (var (lesson, link) in library.Lessons.SelectMany(l => l.Links.Select(link => (l, link))))
        {
            if (!Leads(library, link)) Add(lesson, $"the link {link} leads nowhere");
        }
        foreach (var paper in library.Papers)
        {
            foreach (var slug in paper.Questions.Where(s => library.FindQuestion(s) is null)) Add(paper, $"there is no question “{slug}”");
        }
        foreach (var paper in library.Papers.Where(p => p.Layout.Length > 0 && library.FindLayout(p.Layout) is null)) Add(paper, $"there is no layout “{paper.Layout}”");
        var points = library.Frameworks.SelectMany(f => f.Points).Select(p => p.Id).ToHashSet();
        foreach (var card in library.Cards.Where(c => !points.Contains(c.Point))) Add(card, $"there is no scoring point “{card.Point}”");

        SharedWording.Check(library, Add);
    }

    /// <summary>True for an address that a lesson may link to: a page of content that is there.</summary>
    private static bool Leads(ContentLibrary library, string link) => link.Split('#')[0].Split('/') is var parts && parts switch
    {
        ["", "lessons", var slug] => library.FindLesson(slug) is not null,
        ["", "questions", var slug] => library.FindQuestion(slug) is not null,
        ["", "exams", var slug] => library.FindPaper(slug) is not null,
        ["", "lessons" or "questions" or "exams" or "frameworks" or "glossary"] => true,
        _ => false,
    };
}
