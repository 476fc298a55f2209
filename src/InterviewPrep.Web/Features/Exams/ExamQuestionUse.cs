using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Questions;

namespace InterviewPrep.Web.Features.Exams;

/// <summary>Questions that were asked in a sitting.</summary>
internal sealed class ExamQuestionUse(AppDb db) : IQuestionUse
{
    public IQueryable<int> Used => db.ExamAnswers.Select(a => a.QuestionId);
}
