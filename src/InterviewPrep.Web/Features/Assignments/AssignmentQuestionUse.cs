using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Questions;

namespace InterviewPrep.Web.Features.Assignments;

/// <summary>Questions that were set.</summary>
internal sealed class AssignmentQuestionUse(AppDb db) : IQuestionUse
{
    public IQueryable<int> Used => db.AssignmentQuestions.Select(q => q.QuestionId);
}
