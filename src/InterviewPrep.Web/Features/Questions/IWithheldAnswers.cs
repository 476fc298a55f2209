namespace InterviewPrep.Web.Features.Questions;

/// <summary>
/// Whether a question's model answers and points are kept from a person for now: any page, print or file that shows them asks here
/// first. Told by the room that sets assignments.
/// </summary>
public interface IWithheldAnswers
{
    Task<bool> AreWithheldAsync(int questionId, Guid? person, CancellationToken ct);

    /// <summary>Ids of all questions that are withheld from a person now.</summary>
    Task<IReadOnlyCollection<int>> AllWithheldAsync(Guid? person, CancellationToken ct);
}
