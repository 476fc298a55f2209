namespace InterviewPrep.Web.Features.Questions;

/// <summary>
/// The one place that decides what of a question a person may see now. Withheld is everything that helps to answer it (审题, 采分点,
/// model answers, follow-ups); what is asked and the frame are seen by whoever may see the question. Any page, print, file, search or
/// copy that gives more asks here first, whatever the person's role. Told by the room that sets assignments.
/// </summary>
public interface IWithheldAnswers
{
    /// <summary>What is said where something was asked for that is withheld.</summary>
    const string Notice = "这道题在您的作业里，审题、采分点和示例作答到老师设定的时候才显示。";

    Task<bool> AreWithheldAsync(int questionId, Guid? person, CancellationToken ct);

    /// <summary>Ids of all questions that are withheld from a person now.</summary>
    Task<IReadOnlyCollection<int>> AllWithheldAsync(Guid? person, CancellationToken ct);
}
