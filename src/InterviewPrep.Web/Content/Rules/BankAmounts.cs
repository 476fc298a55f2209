namespace InterviewPrep.Web.Content.Rules;

/// <summary>How much there is of each kind.</summary>
internal static class BankAmounts
{
    private const int FewestQuestions = 200, FewestLessons = 36, FewestMaterials = 6, FewestWithMaterial = 18;

    private static readonly Dictionary<string, int> Fewest = new()
    {
        ["analysis"] = 45,
        ["planning"] = 20,
        ["interpersonal"] = 15,
        ["self"] = 15,
        ["roleplay"] = 12,
        ["professional"] = 8,
    };

    public static void Check(CheckedBank bank)
    {
        void Need(string folder, string what, int count, int fewest)
        {
            if (count < fewest) bank.AddTo(folder, $"{count} {what}; at least {fewest} are needed");
        }
        Need("questions", "questions", bank.Questions.Count, FewestQuestions);
        foreach (var (type, fewest) in Fewest)
            Need("questions", $"questions of {QuestionTypes.Name(type)}", bank.Questions.Count(q => q.Question.Type == type), fewest);
        Need("questions", "questions with a material", bank.Questions.Count(q => q.Question.Material is not null), FewestWithMaterial);
        Need("materials", "materials", bank.Library.Materials.Count, FewestMaterials);
        Need("lessons", "lessons", bank.Library.Lessons.Count, FewestLessons);
        foreach (var theme in Themes.All.Where(t => bank.Questions.Any(q => q.Question.Theme.Length > 0) && bank.Questions.All(q => q.Question.Theme != t)))
            bank.AddTo("questions", $"no question has the theme {theme}");
    }
}
