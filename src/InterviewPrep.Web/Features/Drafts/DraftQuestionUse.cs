using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Questions;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>Questions that were answered, also in deleted drafts.</summary>
internal sealed class DraftQuestionUse(AppDb db) : IQuestionUse
{
    public IQueryable<int> Used => db.Drafts.Select(d => d.QuestionId);
}
