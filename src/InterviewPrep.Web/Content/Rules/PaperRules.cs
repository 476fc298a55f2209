namespace InterviewPrep.Web.Content.Rules;

/// <summary>Papers fit their layout, their exam and their time, and do not all begin with the same type.</summary>
internal static class PaperRules
{
    private const int FewestPapers = 20, FewestWithType = 5;

    /// <summary>Difficulties add up to at most three for every four minutes: 11 in a quarter of an hour, 15 in twenty minutes.</summary>
    private const int MostDifficulty = 3, PerMinutes = 4;

    private const string Folder = "papers", Analysis = "analysis", GoesOn = "接着上一问", IsLast = "最后一问";

    /// <summary>Types that real rooms ask and papers easily leave out.</summary>
    private static readonly string[] Rare = ["emergency", "roleplay"];

    public static void Check(CheckedBank bank)
    {
        foreach (var paper in bank.Library.Papers) CheckOne(bank, paper, QuestionsOf(bank, paper));
        foreach (var paper in bank.Library.Papers.Where(p => p.Questions.Any(q => bank.Library.Papers.First(o => o.Questions.Contains(q)) != p)))
            bank.Add(paper, "a question of this paper stands in another one too");
        var types = bank.Library.Papers.Select(p => QuestionsOf(bank, p).Select(q => q.Type).ToList()).ToList();
        if (types.Count < FewestPapers) bank.AddTo(Folder, $"{types.Count} papers; at least {FewestPapers} are needed");
        foreach (var exam in Exams.All.Where(e => bank.Library.Papers.All(p => p.Exam != e))) bank.AddTo(Folder, $"no paper follows the exam {exam}");
        foreach (var type in Rare.Where(t => types.Count(p => p.Contains(t)) < FewestWithType))
            bank.AddTo(Folder, $"{types.Count(p => p.Contains(type))} papers have a question of {QuestionTypes.Name(type)}; at least {FewestWithType} are needed");
        var withAnalysis = types.Where(p => p.Contains(Analysis)).ToList();
        if (withAnalysis.Count > 1 && withAnalysis.All(p => p[0] == Analysis)) bank.AddTo(Folder, $"{QuestionTypes.Name(Analysis)} is always the first question");
    }

    private static IReadOnlyList<QuestionContent> QuestionsOf(CheckedBank bank, ExamPaper paper) => [.. paper.Questions.Select(bank.Library.FindQuestion).OfType<QuestionContent>()];

    private static void CheckOne(CheckedBank bank, ExamPaper paper, IReadOnlyList<QuestionContent> questions)
    {
        if (paper.Exam.Length == 0) bank.Add(paper, "“exam” is missing");
        if (paper.Layout.Length == 0) bank.Add(paper, "“layout” is missing");
        foreach (var question in questions.Where(q => paper.Exam.Length > 0 && q.Exams.Count > 0 && !q.Exams.Contains(paper.Exam)))
            bank.Add(paper, $"the question “{question.Slug}” is usual in {string.Join('、', question.Exams)}, not in {paper.Exam}");
        CheckMaterial(bank, paper, questions);
        if (bank.Library.FindLayout(paper.Layout) is not { } layout) return;
        if (layout.Questions != paper.Questions.Count || layout.Minutes != paper.Minutes)
            bank.Add(paper, $"{paper.Questions.Count} questions in {paper.Minutes} minutes; the layout “{layout.Title}” has {layout.Questions} in {layout.Minutes}");
        if (questions.Sum(q => q.Difficulty) * PerMinutes > layout.WholeMinutes * MostDifficulty)
            bank.Add(paper, $"difficulties of {string.Join('+', questions.Select(q => q.Difficulty))} are too much for {layout.WholeMinutes} minutes; {layout.WholeMinutes * MostDifficulty / PerMinutes} in all fit");
        if (layout.Present == Presentations.MaterialThenHeard && questions.All(q => q.Material is null)) bank.Add(paper, "a material is read first in this layout, and no question has one");
    }

    /// <summary>Questions on one material stand in the order that their prompts speak of.</summary>
    private static void CheckMaterial(CheckedBank bank, ExamPaper paper, IReadOnlyList<QuestionContent> questions)
    {
        foreach (var (question, i) in questions.Select((q, i) => (q, i)).Where(x => x.q.Material is not null))
        {
            if (question.Prompt.StartsWith(GoesOn, StringComparison.Ordinal) && (i == 0 || questions[i - 1].Material != question.Material))
                bank.Add(paper, $"the question “{question.Slug}” goes on from the one before, which has another material");
            if (question.Prompt.StartsWith(IsLast, StringComparison.Ordinal) && i != questions.Count - 1)
                bank.Add(paper, $"the question “{question.Slug}” says that it is the last one");
        }
    }
}
