using InterviewPrep.Web.Content;

namespace InterviewPrep.Web.Features.Questions;

/// <summary>What the question bank is narrowed by, as it stands in the address.</summary>
public sealed record QuestionFilter
{
    /// <summary>Words that must all occur in the question, its points or its model answers.</summary>
    public string? Q { get; init; }

    public string? Type { get; init; }

    public string? Theme { get; init; }

    /// <summary>Counts only beside a type that has forms.</summary>
    public string? Form { get; init; }

    public string? Exam { get; init; }

    public int? Difficulty { get; init; }

    public bool? Done { get; init; }

    public IReadOnlyList<string> FormsOfType => Forms.Of(Type ?? "");

    public bool IsSet => !string.IsNullOrWhiteSpace(Q) || Type is { Length: > 0 } || Theme is { Length: > 0 } || Exam is { Length: > 0 } || Difficulty is not null || Done is not null;

    /// <summary>A word that is in no list counts as absent, so that an old link still shows questions.</summary>
    public QuestionFilter WithoutUnknown() => this with
    {
        Type = QuestionTypes.Knows(Type ?? "") ? Type : null,
        Theme = Themes.All.Contains(Theme) ? Theme : null,
        Exam = InterviewPrep.Web.Content.Exams.All.Contains(Exam) ? Exam : null,
    };

    /// <param name="finished">Ids of the questions that the person has finished.</param>
    public IQueryable<Question> Apply(IQueryable<Question> questions, IQueryable<int> finished)
    {
        var (type, theme, difficulty) = (Type, Theme, Difficulty);
        if (type is { Length: > 0 }) questions = questions.Where(q => q.Type == type);
        if (theme is { Length: > 0 }) questions = questions.Where(q => q.Theme == theme);
        if (Form is { } form && FormsOfType.Contains(form)) questions = questions.Where(q => q.Form == form);
        if (Exam is { Length: > 0 } exam) questions = questions.UsualIn(exam);
        if (difficulty is not null) questions = questions.Where(q => q.Difficulty == difficulty);
        if (Done is { } done) questions = questions.Where(q => finished.Contains(q.Id) == done);
        return questions;
    }
}
