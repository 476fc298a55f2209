namespace InterviewPrep.Web.Features.Questions;

/// <summary>One answer of a person's own to a question.</summary>
/// <param name="Number">Which answer of this person to this question it is, from 1.</param>
/// <param name="Earned">Points of the self-score; null where there is none.</param>
public sealed record OwnAnswer(Guid Id, int Number, DateTimeOffset SavedAt, DateTimeOffset? FinishedAt, int? Earned, int? Total);

/// <summary>What a person has done with the questions of the bank; told by the room that keeps the answers.</summary>
public interface IQuestionProgress
{
    /// <summary>Ids of the questions that a person has compared with a model answer at least once.</summary>
    IQueryable<int> FinishedBy(Guid? person);

    /// <summary>A person's own answers to one question, the newest first.</summary>
    Task<IReadOnlyList<OwnAnswer>> AnswersAsync(Guid? person, string slug, CancellationToken ct);
}
