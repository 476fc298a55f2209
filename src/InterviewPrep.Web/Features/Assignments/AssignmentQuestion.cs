using InterviewPrep.Web.Features.Questions;

namespace InterviewPrep.Web.Features.Assignments;

/// <summary>A question of an assignment, in the revision that everybody answers, with its rubric.</summary>
public sealed class AssignmentQuestion
{
    private AssignmentQuestion()
    {
    }

    internal AssignmentQuestion(int order, int questionId, int questionRevisionId, IReadOnlyList<AssessmentElement> rubric, Guid by, DateTimeOffset now)
    {
        (Id, Order, QuestionId, QuestionRevisionId) = (Guid.CreateVersion7(), order, questionId, questionRevisionId);
        ChangeRubric(rubric, by, now);
    }

    public Guid Id { get; private set; }

    public Guid AssignmentId { get; private set; }

    public Assignment Assignment { get; private set; } = null!;

    /// <summary>From 1.</summary>
    public int Order { get; private set; }

    public int QuestionId { get; private set; }

    public Question Question { get; private set; } = null!;

    public int QuestionRevisionId { get; private set; }

    public QuestionRevision QuestionRevision { get; private set; } = null!;

    /// <summary>Number of the rubric in force.</summary>
    public int RubricNumber { get; private set; }

    public ICollection<RubricVersion> Rubrics { get; } = [];

    /// <summary>The rubric in force; Rubrics must be loaded.</summary>
    public RubricVersion Rubric => Rubrics.Single(r => r.Number == RubricNumber);

    /// <summary>Puts another rubric in force; the old one stays with the marks that were given by it until they are re-applied.</summary>
    public RubricVersion ChangeRubric(IReadOnlyList<AssessmentElement> elements, Guid by, DateTimeOffset now)
    {
        var version = new RubricVersion(++RubricNumber, elements, by, now);
        Rubrics.Add(version);
        return version;
    }
}
