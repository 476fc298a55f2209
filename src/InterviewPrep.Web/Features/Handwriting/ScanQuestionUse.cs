using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Questions;

namespace InterviewPrep.Web.Features.Handwriting;

/// <summary>Questions that were answered by hand.</summary>
internal sealed class ScanQuestionUse(AppDb db) : IQuestionUse
{
    public IQueryable<int> Used => db.ScannedAnswers.Select(a => a.QuestionId);
}
