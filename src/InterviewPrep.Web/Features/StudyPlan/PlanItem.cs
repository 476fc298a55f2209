namespace InterviewPrep.Web.Features.StudyPlan;

public enum PlanItemKind
{
    /// <summary>漏点复习.</summary>
    Reviews,

    /// <summary>一课.</summary>
    Lesson,

    /// <summary>一题.</summary>
    Question,

    /// <summary>一份套题.</summary>
    Paper,
}

/// <summary>One thing of a day's plan.</summary>
/// <param name="Slug">Of the lesson, question or paper; empty for reviews.</param>
/// <param name="Why">Why it was chosen, said to the person.</param>
/// <param name="Address">Where it is done.</param>
/// <param name="Button">What the way there is called.</param>
public sealed record PlanItem(PlanItemKind Kind, string Slug, string Title, int Minutes, string Why, string Address, string Button)
{
    /// <summary>How many missed points; 1 for everything else.</summary>
    public int Count { get; init; } = 1;

    /// <summary>The type of a question; empty for everything else.</summary>
    public string Type { get; init; } = "";

    public int Difficulty { get; init; }
}

public enum DayKind
{
    Usual,

    /// <summary>One of the last days before the exam.</summary>
    PapersAndRecall,
    Exam,
}
