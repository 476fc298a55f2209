namespace InterviewPrep.Web.Features.Questions;

/// <summary>Which questions something of somebody's hangs on. A room whose rows point to questions registers one, so that a question that others need is not removed.</summary>
public interface IQuestionUse
{
    /// <summary>Ids of the questions in use.</summary>
    IQueryable<int> Used { get; }
}
