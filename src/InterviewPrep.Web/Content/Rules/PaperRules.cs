namespace InterviewPrep.Web.Content.Rules;

/// <summary>Papers name exam and layout, fit their layout, and are not all made alike.</summary>
internal static class PaperRules
{
    private const int FewestPapers = 20, FewestWithType = 5;

    private const string Folder = "papers", Analysis = "analysis";

    /// <summary>Types that real rooms ask and papers easily leave out.</summary>
    private static readonly string[] Rare = ["emergency", "roleplay"];

    public static void Check(CheckedBank bank)
    {
        foreach (var paper in bank.Library.Papers) CheckOne(bank, paper);
        var papers = bank.Library.Papers.Select(p => p.Questions.Select(bank.Library.FindQuestion).OfType<QuestionContent>().Select(q => q.Type).ToList()).ToList();
        if (papers.Count < FewestPapers) bank.AddTo(Folder, $"{papers.Count} papers; at least {FewestPapers} are needed");
        foreach (var type in Rare.Where(t => papers.Count(p => p.Contains(t)) < FewestWithType))
            bank.AddTo(Folder, $"{papers.Count(p => p.Contains(type))} papers have a question of {QuestionTypes.Name(type)}; at least {FewestWithType} are needed");
        var withAnalysis = papers.Where(p => p.Contains(Analysis)).ToList();
        if (withAnalysis.Count > 1 && withAnalysis.All(p => p[0] == Analysis)) bank.AddTo(Folder, $"{QuestionTypes.Name(Analysis)} is always the first question");
    }

    private static void CheckOne(CheckedBank bank, ExamPaper paper)
    {
        if (paper.Exam.Length == 0) bank.Add(paper, "“exam” is missing");
        if (paper.Layout.Length == 0) bank.Add(paper, "“layout” is missing");
        if (bank.Library.FindLayout(paper.Layout) is not { } layout) return;
        if (layout.Questions != paper.Questions.Count || layout.Minutes != paper.Minutes)
            bank.Add(paper, $"{paper.Questions.Count} questions in {paper.Minutes} minutes; the layout “{layout.Title}” has {layout.Questions} in {layout.Minutes}");
    }
}
